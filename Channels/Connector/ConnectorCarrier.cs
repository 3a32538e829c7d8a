using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommerceBot.Runtime;

namespace CommerceBot.Channels.Connector;

/// <summary>Carries activities to the Connector that the conversation came from.</summary>
internal sealed partial class ConnectorCarrier(HttpClient http, IRuntimeStore store) : ICarryOut
{
    private static readonly TimeSpan MessagesLive = TimeSpan.FromHours(1);

    public IReadOnlyCollection<string> Kinds { get; } = [ConnectorChannel.Messages];

    public OutboxQueue QueueOf(string kind) => OutboxQueue.Messages;

    public TimeSpan GivesUpAfter(string kind) => MessagesLive;

    public async Task<Outcome> CarryOutAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var space = row.Target.IndexOf(' ', StringComparison.Ordinal);
        var address = await TranslateAsync(row.Target[(space + 1)..], cancellationToken);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsLoopback)
            return new Outcome.Dead("Without MicrosoftAppId nothing is sent to another machine.");
        using var request = new HttpRequestMessage(new HttpMethod(row.Target[..space]), uri);
        if (!row.Request.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(row.Request);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
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

    private static Outcome Read(HttpStatusCode status, byte[] body) => (int)status switch
    {
        >= 200 and < 300 => new Outcome.Done(IdIn(body)),
        429 or >= 500 and not 501 => new Outcome.Later($"The connector answered {(int)status}."),
        _ => new Outcome.Dead($"The connector answered {(int)status}."),
    };

    /// <summary>The connector's id of the activity; typing and traces are answered with an empty body.</summary>
    private static string? IdIn(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null; // Sent all the same: the id is only needed to change the message later.
        }
    }

    /// <summary>Puts the connector's id in where an update or delete names a message by ours.</summary>
    private async Task<string> TranslateAsync(string target, CancellationToken cancellationToken)
    {
        if (Ours().Match(target) is not { Success: true } match || !OutboxId.TryRead(match.Groups[1].Value, store.DatabaseId, out var id))
            return target;
        var theirs = await store.ChannelIdAsync(id, cancellationToken) ?? match.Groups[1].Value;
        return target.Replace(match.Value, Uri.EscapeDataString(theirs), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{activity:([^}]+)\}")]
    private static partial Regex Ours();
}
