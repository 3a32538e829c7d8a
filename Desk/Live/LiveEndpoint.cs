using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Desk.Live;

/// <summary><c>/desk/live</c>: server-sent events with counts of orders and chats, while a page is open and its person may see.</summary>
internal static class LiveEndpoint
{
    public static void MapLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/desk/live", (
            HttpContext http, LiveCounts counts, IHostApplicationLifetime lifetime, IDeskUsers users, UserManager<DeskUser> identity) =>
        {
            http.Response.Headers["X-Accel-Buffering"] = "no";
            return TypedResults.ServerSentEvents(
                WhileAllowedAsync(counts, users, identity.GetUserId(http.User) ?? "", http, lifetime), "orders");
        }).RequireAuthorization(DeskPolicies.View);

    /// <summary>A stream outlives the check of its request: who is disabled meanwhile hears no more.</summary>
    private static async IAsyncEnumerable<LiveState> WhileAllowedAsync(
        LiveCounts counts, IDeskUsers users, string person, HttpContext http, IHostApplicationLifetime lifetime)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await foreach (var seen in counts.WatchAsync(ends.Token))
        {
            if (await users.FindAsync(person, ends.Token) is not { IsDisabled: false })
                yield break;
            yield return seen;
        }
    }
}
