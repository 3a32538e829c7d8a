using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CommerceBot.Simulator.Messenger.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CommerceBot.Simulator.Messenger.Control;

/// <summary>Server-Sent Events: an open chat page learns what happens, and after a break what it missed.</summary>
internal static class EventStream
{
    public static void MapEvents(this IEndpointRouteBuilder shopper) => shopper.MapGet(
        "/events",
        (string user, string? after, SimulatorState world, IHostApplicationLifetime lifetime, HttpContext http) =>
        {
            if (world.Find(user.ToLowerInvariant()) is not { } conversation)
                return ControlEndpoints.Problem(404, $"There is no shopper \"{user}\".");
            http.Response.Headers.CacheControl = "no-store";
            var last = http.Request.Headers["Last-Event-ID"].ToString();
            return TypedResults.ServerSentEvents(
                ReadAsync(conversation, SeqOf(last.Length > 0 ? last : after), lifetime, http.RequestAborted));
        });

    /// <summary>The number in an event id, or 0 when the id is of another life of this program.</summary>
    private static long SeqOf(string? id) =>
        id?.Split('.') is [var epoch, var number]
        && epoch == Conversation.Epoch
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? seq
            : 0;

    /// <summary>Ends when the program stops: an open page must not hold up the stop.</summary>
    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        Conversation conversation, long after, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        await using var updates = conversation.WatchAsync(after, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(updates))
        {
            var update = updates.Current;
            yield return new SseItem<string>(update.Json, update.Kind)
            {
                EventId = update.Id,
                ReconnectionInterval = TimeSpan.FromSeconds(1),
            };
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Update> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
