using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Tests.Soak;

/// <summary>Posts mutated bodies to every endpoint, signed as Meta and Stripe would sign them, some at once.</summary>
internal sealed class HostileSender(Uri shop, SimulatorSecrets secrets, int seed) : IDisposable
{
    private const int AtOnce = 8;

    private static readonly byte[][] Messenger =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "webhooks")).Order(StringComparer.Ordinal)
            .Where(path => !path.Contains("vectors", StringComparison.Ordinal)).Select(File.ReadAllBytes)];

    private static readonly byte[][] Activities = Bytes(
        """{"type":"message","id":"a1","channelId":"emulator","serviceUrl":"http://127.0.0.1:9","conversation":{"id":"c|livechat","name":"n"},"from":{"id":"u-1","name":"User","role":"user"},"recipient":{"id":"b-1","name":"Bot"},"locale":"en-US","timestamp":"2026-11-23T09:00:00Z","text":"hello","channelData":{"clientActivityID":"1"}}""",
        """{"type":"conversationUpdate","id":"a2","channelId":"webchat","serviceUrl":"http://localhost:9/_connector","conversation":{"id":"personal-chat"},"from":{"id":"u"},"recipient":{"id":"b"},"membersAdded":[{"id":"u","name":"Anna"},{"id":"b"}]}""",
        """{"type":"event","name":"tokens/response","channelId":"emulator","serviceUrl":"http://localhost:9","conversation":{"id":"c"},"from":{"id":"u"},"recipient":{"id":"b"},"value":{"a":[1,"2",{"b":null}]},"entities":[{"type":"ClientCapabilities","a":1}]}""");

    private static readonly byte[][] Stripe = Bytes(
        """{"id":"evt_1","object":"event","type":"checkout.session.completed","created":1795420800,"livemode":false,"data":{"object":{"id":"cs_1","object":"checkout.session","payment_intent":"pi_1","client_reference_id":"x","metadata":{"order":"x"}}}}""",
        """{"id":"evt_2","object":"event","type":"charge.refunded","livemode":false,"data":{"object":{"id":"ch_1","object":"charge","payment_intent":"pi_1","refunds":{"data":[{"id":"re_1"}]}}}}""",
        """{"id":"evt_3","object":"v2.core.event","type":"v1.charge.dispute.created","context":"acct_1","livemode":false,"related_object":{"id":"dp_1","type":"dispute"}}""");

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = shop, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>How often each endpoint answered with each status.</summary>
    public ConcurrentDictionary<string, int> Answers { get; } = new();

    public async Task SendAsync(int bodies, CancellationToken cancellationToken)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number < bodies)
                await SendAsync(new Mutator(unchecked((seed * 397) ^ number)), number, cancellationToken);
        }));
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(Mutator mutator, int number, CancellationToken cancellationToken)
    {
        var (path, bodies) = (number % 10) switch
        {
            < 5 => ("/api/facebook", Messenger),
            < 8 => ("/api/messages", Activities),
            _ => ("/api/stripe", Stripe),
        };
        var body = mutator.Mutate(ForThisShop(bodies[mutator.Next(bodies.Length)]));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(ForThisShop(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Sign(request, await request.Content.ReadAsByteArrayAsync(cancellationToken));
        using var answer = await _http.SendAsync(request, cancellationToken);
        Answers.AddOrUpdate($"{path} {(int)answer.StatusCode}", 1, (_, before) => before + 1);
    }

    /// <summary>The samples name places where a Page and a person go: here are this shop's Page, and people by the thousand.</summary>
    private byte[] ForThisShop(byte[] body)
    {
        var text = Encoding.Latin1.GetString(body);
        return !text.Contains("<PSID>", StringComparison.Ordinal) && !text.Contains("_ID", StringComparison.Ordinal) && !text.Contains("{own}", StringComparison.Ordinal)
            ? body
            : Encoding.Latin1.GetBytes(text
                .Replace("<PAGE_ID>", secrets.FacebookPageId, StringComparison.Ordinal).Replace("PAGE_ID", secrets.FacebookPageId, StringComparison.Ordinal)
                .Replace("<PSID>", "7001", StringComparison.Ordinal).Replace("USER_ID", "7002", StringComparison.Ordinal)
                .Replace("{own}", shop.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private void Sign(HttpRequestMessage request, byte[] body)
    {
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets.FacebookAppSecret), body))}");
        // The signature is over the text that is read from the bytes, as the receiver reads them.
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signed = Encoding.UTF8.GetBytes($"{time}.{Encoding.UTF8.GetString(body)}");
        request.Headers.Add("Stripe-Signature", $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets.StripeWebhookSecret), signed))}");
    }

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
