using System.Net.Http.Headers;
using System.Text.Json;

namespace CommerceBot.Bench.Floor;

/// POST me/messages over one pool of connections.
internal sealed class SendApi(Uri graph) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly Uri _messages = new(graph, "/v26.0/me/messages");
    private readonly AuthenticationHeaderValue _token = new("Bearer", Webhook.AccessToken);
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 64,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    public static byte[] Request(string recipient, string text)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>(192);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("recipient"u8);
            json.WriteString("id"u8, recipient);
            json.WriteEndObject();
            json.WriteString("messaging_type"u8, "RESPONSE"u8);
            json.WriteStartObject("message"u8);
            json.WriteString("text"u8, text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    public async Task PostAsync(byte[] request)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = Json;
        using var message = new HttpRequestMessage(HttpMethod.Post, _messages) { Content = content };
        message.Headers.Authorization = _token;
        using var answer = await _client.SendAsync(message);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();
}
