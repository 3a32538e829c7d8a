using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Hosting;

/// <summary>
/// Stands before every address of the simulator. The stand-ins have no log-in, so by default only this machine may
/// use them, and never a web page of somebody else that runs in this machine's browser.
/// </summary>
internal static class SimulatorGuard
{
    public static void Guard(this IEndpointConventionBuilder endpoints, SimulatorOptions options) =>
        endpoints.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate
                ?? throw new InvalidOperationException($"{endpoint.DisplayName} has nothing to run.");
            endpoint.RequestDelegate = context => Refusal(context, options) is { } reason
                ? Refuse(context, reason)
                : next(context);
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

        return ChangesSomething(context.Request) && IsFromAnotherSite(context.Request)
            ? "A page of another site may not do this."
            : null;
    }

    private static bool CameFromThisMachine(HttpContext context)
    {
        // A tunnel or proxy on this machine hides who really asks; these headers say that there is one.
        var headers = context.Request.Headers;
        if (headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded"))
            return false;
        // No address at all: an in-memory server or a unix socket, both of this machine.
        return context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool ChangesSomething(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private static bool IsFromAnotherSite(HttpRequest request)
    {
        if (request.Headers.Origin is [{ } origin])
            return !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        return request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"];
    }

    private static Task Refuse(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
