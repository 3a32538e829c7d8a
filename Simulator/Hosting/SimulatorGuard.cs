using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CommerceBot.Simulator.Hosting;

/// <summary>
/// Stands before every address of the simulator. The simulators have no log-in, so by default only this machine may
/// use them, and never a web page of somebody else that runs in this machine's browser.
/// </summary>
internal static class SimulatorGuard
{
    public static void Guard(this IEndpointConventionBuilder endpoints, SimulatorOptions options) =>
        endpoints.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate
                ?? throw new InvalidOperationException($"{endpoint.DisplayName} has nothing to run.");
            endpoint.RequestDelegate = context =>
            {
                if (Refusal(context, options) is { } reason)
                    return Refuse(context, StatusCodes.Status403Forbidden, reason);
                if (context.Request.ContentLength > SimulatorLimits.Body)
                    return Refuse(context, StatusCodes.Status413PayloadTooLarge, "The body is too large.");
                // One without a length is cut off where it becomes too large.
                if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                    size.MaxRequestBodySize = SimulatorLimits.Body;
                return next(context);
            };
        });

    internal static string? Refusal(HttpContext context, SimulatorOptions options)
    {
        if (options.Enabled is SimulatorReach.Loopback)
        {
            if (!CameFromThisMachine(context))
                return "The simulator answers this machine only. Simulator:Enabled = \"any\" opens it.";
            // A page of a stranger can point its own host name at 127.0.0.1 (DNS rebinding): the name gives it away.
            if (!IsLoopbackName(context.Request.Host.Host))
                return "The simulator is called localhost or 127.0.0.1. Simulator:Enabled = \"any\" allows other names.";
        }

        return IsFromAnotherSite(context.Request) ? "A page of another site may not do this." : null;
    }

    private static bool CameFromThisMachine(HttpContext context)
    {
        // A tunnel or proxy on this machine hides who really asks; these headers say that there is one.
        if (context.Request.Headers.Keys.Any(IsOfAProxy))
            return false;
        // No address at all: an in-memory server or a unix socket, both of this machine.
        return context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
    }

    private static bool IsOfAProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase) || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase);

    /// <summary>As every program spells it: no number in hexadecimal, no dot at the end, and no name but localhost.</summary>
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)
            && address.ToString() == host.Trim('[', ']'));

    private static bool ChangesSomething(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    /// <summary>A browser names one origin; none at all is a program, or a page that somebody follows a link to.</summary>
    private static bool IsFromAnotherSite(HttpRequest request)
    {
        if (request.Headers.Origin is { Count: > 0 } origins)
        {
            var own = $"{request.Scheme}://{request.Host}";
            return origins.Count > 1 || (ChangesSomething(request) && !own.Equals(origins[0], StringComparison.OrdinalIgnoreCase));
        }

        return ChangesSomething(request) && request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site
            && (site.Contains("cross-site") || site.Contains("same-site"));
    }

    private static Task Refuse(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
