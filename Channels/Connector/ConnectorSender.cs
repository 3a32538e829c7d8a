using System.Net.Http.Headers;
using System.Text.Json;
using CommerceBot.Runtime;
using Microsoft.Bot.Builder;

namespace CommerceBot.Channels.Connector;

/// <summary>Carries activities to the Connector that the conversation came from.</summary>
internal sealed class ConnectorSender(HttpClient http, IRuntimeStore store, ServerAddress own) : IOutboxSender
{
    /// <summary>Only programs of this machine are answered: one that was closed does not come back for an old reply.</summary>
    private static readonly TimeSpan MessagesLive = TimeSpan.FromMinutes(2);

    public IReadOnlyCollection<string> Kinds { get; } = [ConnectorChannel.Messages];

    public OutboxQueue QueueOf(string kind) => OutboxQueue.Messages;

    public TimeSpan GivesUpAfter(string kind) => MessagesLive;

    public async Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var call = await TranslateAsync(row, cancellationToken);
        if (!ServiceAddress.Takes(call.Target, own.Ports()))
            return new Outcome.Dead("Without MicrosoftAppId nothing is sent to another machine, nor to this bot itself.");
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Target);
        if (!call.Body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(call.Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return Read(response, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException nobody)
        {
            return new Outcome.Later(nobody.Message);
        }
        catch (TaskCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            return new Outcome.Unknown(late.Message);
        }
    }

    private static Outcome Read(HttpResponseMessage response, byte[] body) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new Outcome.Done(IdIn(body)),
        408 or 425 or 429 or >= 500 and not 501 =>
            new Outcome.Later($"The connector answered {(int)response.StatusCode}.", response.Headers.RetryAfter?.Delta),
        _ => new Outcome.Dead($"The connector answered {(int)response.StatusCode}."),
    };

    /// <summary>The connector's id of the activity; typing and traces are answered with an empty body.</summary>
    private static string? IdIn(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null; // Sent all the same: the id is only needed to change the message later.
        }
    }

    /// <summary>Puts the connector's id in where an update or delete names a message by ours, in its path and its body.</summary>
    private async Task<OutgoingCall> TranslateAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var space = row.Target.IndexOf(' ', StringComparison.Ordinal);
        var call = new OutgoingCall(row.PublicId, row.Target[..space], row.Target[(space + 1)..], row.Request);
        if (call.EarlierActivity() is not { } earlier)
            return call;
        var theirs = OutboxId.TryRead(earlier, store.DatabaseId, out var id) ? await store.ChannelIdAsync(id, cancellationToken) : null;
        return call.WithChannelIds(_ => theirs);
    }
}
