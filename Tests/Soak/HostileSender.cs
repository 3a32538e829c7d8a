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

    private static readonly byte[][] Messenger = Samples("webhooks");
    private static readonly byte[][] Activities = Samples("activities");
    private static readonly byte[][] Stripe = Samples("stripe-events");

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        BaseAddress = shop,
        Timeout = TimeSpan.FromMinutes(2),
    };

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
        var body = mutator.Mutate(ForThisShop(bodies[mutator.Next(bodies.Length)], number));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(ForThisShop(body, number)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Sign(request, await request.Content.ReadAsByteArrayAsync(cancellationToken));
        using var answer = await _http.SendAsync(request, cancellationToken);
        Answers.AddOrUpdate($"{path} {(int)answer.StatusCode}", 1, (_, before) => before + 1);
    }

    /// <summary>
    /// The samples name places where a Page and a person go, and all have the same ids: here are this shop's Page, people by
    /// the thousand, and a message that nobody sent before.
    /// </summary>
    private byte[] ForThisShop(byte[] body, int number)
    {
        var text = Encoding.Latin1.GetString(body);
        foreach (var (name, value) in new[]
        {
            ("<PAGE_ID>", secrets.FacebookPageId), ("PAGE_ID", secrets.FacebookPageId),
            ("<PSID>", $"7{number % 5000:D6}"), ("USER_ID", $"8{number % 5000:D6}"),
            ("\"mid\":\"", $"\"mid\":\"n{number}"), ("\"mid\": \"", $"\"mid\": \"n{number}"), ("\"id\":\"a", $"\"id\":\"n{number}a"),
            ("\"c|livechat\"", $"\"c{number % 3000}|livechat\""),
            ("\"personal-chat\"", $"\"personal-chat{number % 3000}\""), ("\"evt_", $"\"evt_{number}_"),
            ("{own}", shop.Port.ToString(CultureInfo.InvariantCulture)),
        })
            text = text.Replace(name, value, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text);
    }

    private void Sign(HttpRequestMessage request, byte[] body)
    {
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Encrypted(secrets.FacebookAppSecret, body)}");
        // The signature is over the text that is read from the bytes, as the receiver reads them.
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signed = Encoding.UTF8.GetBytes($"{time}.{Encoding.UTF8.GetString(body)}");
        request.Headers.Add("Stripe-Signature", $"t={time},v1={Encrypted(secrets.StripeWebhookSecret, signed)}");
    }

    private static string Encrypted(string secret, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private static byte[][] Samples(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", folder)).Order(StringComparer.Ordinal)
            .Where(path => !path.Contains("vectors", StringComparison.Ordinal)).Select(File.ReadAllBytes),
    ];
}
