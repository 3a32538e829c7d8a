using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CommerceBot.Bench.Children;

namespace CommerceBot.Bench.Desk;

/// Three people who asked for a person and go on writing, beside the load.
internal sealed class ChattingShoppers(Uri shop) : IDisposable
{
    private const int People = 3;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = shop };
    private int _messages;

    public async Task AskForPersonAsync()
    {
        for (var person = 0; person < People; person++) await WriteAsync(person, "vorrei parlare con una persona");
    }

    public async Task WriteAsync(CancellationToken goHome)
    {
        try
        {
            for (var at = 0; ; at++)
            {
                await Task.Delay(Every, goHome);
                await WriteAsync(at % People, "e quando arriva il pacco?");
            }
        }
        catch (OperationCanceledException) when (goHome.IsCancellationRequested)
        {
            // They were only here for the round.
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task WriteAsync(int person, string text)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var id = (7_300_000_000_000_000L + person).ToString(CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "page",
            entry = new[]
            {
                new
                {
                    id = Webhook.Page, time = now,
                    messaging = new[]
                    {
                        new
                        {
                            sender = new { id }, recipient = new { id = Webhook.Page }, timestamp = now,
                            message = new { mid = $"m_chat_{++_messages}", text },
                        },
                    },
                },
            },
        });
        var signature = new byte[71];
        Webhook.Sign(body, signature);
        using var request = new HttpRequestMessage(HttpMethod.Post, Webhook.Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(Webhook.SignatureHeader, Encoding.ASCII.GetString(signature));
        using var answer = await _http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK) throw new ChildFailedException($"a chatting shopper was answered {answer.StatusCode}");
    }
}
