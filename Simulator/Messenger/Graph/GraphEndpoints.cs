using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Messenger.People;
using CommerceBot.Simulator.Messenger.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary>The addresses of the stand-in Graph API.</summary>
internal static class GraphEndpoints
{
    private delegate Task<IResult> Answer(GraphRequest request, HttpContext http);

    public static void MapGraph(this IEndpointRouteBuilder app)
    {
        var graph = app.MapGroup(@"/simulator/graph/{version:regex(^v\d+\.\d+$)}");
        graph.MapPost("/{node}/messages", (string node, SendApi api, HttpContext http) =>
            OfPageAsync(node, http, api.SendAsync));
        graph.MapPost("/{node}/messenger_profile", (string node, ProfileApi api, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(api.Set(r))));
        graph.MapGet("/{node}/messenger_profile", (string node, ProfileApi api, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(api.Get(r))));
        graph.MapDelete("/{node}/messenger_profile", (string node, ProfileApi api, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(api.Delete(r))));
        graph.MapPost("/{node}/subscribed_apps", (string node, WebhookPost post, HttpContext http) =>
            OfPageAsync(node, http, (r, _) => Task.FromResult(Subscribe(r, post))));
        graph.MapGet("/{node}/subscribed_apps", (string node, WebhookPost post, SimulatorSecrets secrets, HttpContext http) =>
            OfPageAsync(node, http, (_, _) => Task.FromResult(Subscriptions(post, secrets))));
        graph.MapGet("/{node}", (string node, PeopleApi api, SimulatorAddresses addresses, HttpContext http) =>
            AllowedAsync(http, (r, h) => api.ReadAsync(node, r, addresses.Simulator(h.Request), h.RequestAborted)));
        graph.MapFallback("/{**rest}", (string rest, HttpContext http) =>
            AllowedAsync(http, (_, _) => Task.FromResult(GraphAnswer.Of(GraphError.Unknown(rest)))));
    }

    private static Task<IResult> OfPageAsync(string node, HttpContext http, Answer answer)
    {
        var world = (World)http.RequestServices.GetService(typeof(World))!;
        return AllowedAsync(http, (request, context) => node is "me" || node == world.PageId
            ? answer(request, context)
            : Task.FromResult(GraphAnswer.Of(GraphError.Unknown(node))));
    }

    private static async Task<IResult> AllowedAsync(HttpContext http, Answer answer)
    {
        var access = (GraphAccess)http.RequestServices.GetService(typeof(GraphAccess))!;
        var (request, unreadable) = await GraphRequest.ReadAsync(http.Request, http.RequestAborted);
        if ((unreadable ?? access.Check(request!)) is { } error)
            return GraphAnswer.Of(error);
        return await answer(request!, http);
    }

    private static IResult Subscribe(GraphRequest request, WebhookPost post)
    {
        var fields = request.Query["subscribed_fields"].ToString();
        if (fields.Length is 0 && request.Body.TryGetProperty("subscribed_fields", out var inBody))
        {
            fields = inBody.ValueKind is JsonValueKind.Array
                ? string.Join(',', inBody.EnumerateArray().Select(f => f.ToString()))
                : inBody.ToString();
        }

        var names = fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length is 0)
            return GraphAnswer.Of(Limits.Shapes.Missing("subscribed_fields"));
        if (names.FirstOrDefault(n => !WebhookFields.Known.Contains(n)) is { } unknown)
            return GraphAnswer.Of(GraphError.Bad($"Param subscribed_fields[0] must be one of the webhook fields, not {unknown}"));
        post.Subscribe(names.ToHashSet());
        return GraphAnswer.Of(new { success = true });
    }

    private static IResult Subscriptions(WebhookPost post, SimulatorSecrets secrets) => GraphAnswer.Of(new
    {
        data = new[]
        {
            new Dictionary<string, object>
            {
                ["id"] = secrets.FacebookAppId,
                ["name"] = "CommerceBot",
                ["subscribed_fields"] = post.Subscribed ?? WebhookFields.Known,
            },
        },
    });
}
