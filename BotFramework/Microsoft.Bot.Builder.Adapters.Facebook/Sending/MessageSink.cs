using System.Text.Json;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Where a turn's calls go: to Graph at once, or onto the turn's record. Each answers the id that the bot is told.</summary>
internal interface IMessageSink
{
    Task<string> SayAsync(string path, FacebookMessage message, CancellationToken cancellationToken);

    Task<string> PostAsync(string path, byte[] body, CancellationToken cancellationToken);
}

internal sealed class SendingSink(FacebookClientWrapper client) : IMessageSink
{
    public async Task<string> SayAsync(string path, FacebookMessage message, CancellationToken cancellationToken) =>
        await client.SendMessageAsync("/" + path, message, null, cancellationToken).ConfigureAwait(false) ?? string.Empty;

    public async Task<string> PostAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(HttpMethod.Post, path, body, null, cancellationToken).ConfigureAwait(false);
        return answer.Succeeded ? string.Empty : throw new FacebookApiException(answer);
    }
}

internal sealed class RecordingSink(IOutgoingRecorder recorder) : IMessageSink
{
    public Task<string> SayAsync(string path, FacebookMessage message, CancellationToken cancellationToken)
    {
        // Typing shown after the turn is over would follow the answer that it announces.
        if (message.Message is null)
            return Task.FromResult(string.Empty);

        // Messenger's echo carries it back: so a message whose answer was lost is recognised.
        var id = recorder.NewId();
        message.Message.Metadata = id;
        recorder.Record(
            new OutgoingCall(id, "POST", path, JsonSerializer.SerializeToUtf8Bytes(message, FacebookJson.Plain.FacebookMessage)));
        return Task.FromResult(id);
    }

    public Task<string> PostAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        var id = recorder.NewId();
        recorder.Record(new OutgoingCall(id, "POST", path, body));
        return Task.FromResult(id);
    }
}
