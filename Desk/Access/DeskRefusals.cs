using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CommerceBot.Desk.Access;

/// <summary>
/// What somebody sees who may not do what they asked for: the page to sign in, the page to set up a second factor, the question
/// who they are once more, or a plain no. What was typed into a form comes back with them.
/// </summary>
internal sealed class DeskRefusals : IAuthorizationMiddlewareResultHandler
{
    private static readonly AuthorizationMiddlewareResultHandler Usual = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !context.Request.Path.StartsWithSegments("/desk"))
            return Usual.HandleAsync(next, context, policy, authorizeResult);
        if (authorizeResult.Challenged)
            return SendAsync(context, $"/desk/sign-in?return={Uri.EscapeDataString(WayBack(context.Request))}");
        var failed = authorizeResult.AuthorizationFailure?.FailedRequirements.ToList() ?? [];
        if (failed.OfType<SecondFactorRequirement>().Any())
            return SendAsync(context, "/desk/account");
        if (failed.OfType<RoleRequirement>().Any())
            return Message.WriteAsync(context, StatusCodes.Status403Forbidden, "refused.title", "refused.text");
        return AgainAsync(context);
    }

    /// <summary>Nobody is told to sign in again by a script that asks for a piece of a page: the whole page goes there.</summary>
    private static Task SendAsync(HttpContext context, string to)
    {
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = to;
        }
        else if (HttpMethods.IsGet(context.Request.Method) || context.Request.HasFormContentType)
        {
            context.Response.Redirect(to);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    private static async Task AgainAsync(HttpContext context)
    {
        var back = WayBack(context.Request);
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var typed = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && field.Key != "Ticket")
                .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)));
            back = context.Request.Path + new QueryBuilder(typed!).ToQueryString();
        }

        await SendAsync(context, $"/desk/sign-in?again=true&return={Uri.EscapeDataString(back)}");
    }

    /// <summary>A form that was sent cannot be sent again by a link: the page it stands on is where to go back to.</summary>
    private static string WayBack(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path;
}
