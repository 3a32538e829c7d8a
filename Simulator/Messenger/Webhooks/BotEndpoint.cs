using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using CommerceBot.Simulator.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>How one attempt went.</summary>
internal abstract record Outcome
{
    internal sealed record Taken : Outcome;

    /// <summary>The bot answered, but not with 200.</summary>
    internal sealed record Refused(string Why) : Outcome;

    /// <summary>No answer: nobody listens, or it took longer than Meta waits, or the address was never given.</summary>
    internal sealed record Unreachable(string Why) : Outcome;
}

/// <summary>The bot's webhook address: asks it once who it is, then posts to it.</summary>
internal sealed partial class BotEndpoint(
    SimulatorAddresses addresses, SimulatorSecrets secrets, TimeProvider time, ILogger<BotEndpoint> log) : IDisposable
{
    /// <summary>Meta's page on webhooks, 2026: answer within 5 seconds.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private volatile bool verified;

    public bool IsVerified => verified;

    public Uri Address => new(addresses.Bot, "/api/facebook");

    public async Task<Outcome> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            if (!verified && await VerifyAsync(either.Token) is { } closed)
                return closed;
            using var answer = await SendAsync(body, either.Token);
            return answer.StatusCode is HttpStatusCode.OK
                ? new Outcome.Taken()
                : new Outcome.Refused(string.Create(CultureInfo.InvariantCulture, $"answered {(int)answer.StatusCode}"));
        }
        catch (HttpRequestException unreachable)
        {
            return new Outcome.Unreachable($"could not be reached ({unreachable.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Outcome.Unreachable($"gave no answer in {Longest.TotalSeconds:0} s");
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Hub-Signature-256", MetaBody.Sign(body, secrets.FacebookAppSecret));
        request.Headers.UserAgent.ParseAdd("facebookexternalua");
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>Meta sends nothing to an address that has not repeated the challenge.</summary>
    private async Task<Outcome?> VerifyAsync(CancellationToken cancellationToken)
    {
        var challenge = RandomNumberGenerator.GetInt32(1_000_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var address = new Uri(Address, $"?hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={secrets.FacebookVerifyToken}");
        using var answer = await http.GetAsync(address, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (answer.StatusCode is HttpStatusCode.OK && text == challenge)
        {
            verified = true;
            Verified(Address);
            return null;
        }

        NotVerified(Address, (int)answer.StatusCode);
        return new Outcome.Unreachable(string.Create(
            CultureInfo.InvariantCulture,
            $"did not repeat the challenge of the verification (it answered {(int)answer.StatusCode})"));
    }

    [LoggerMessage(1, LogLevel.Information, "The bot's webhook at {Address} is verified")]
    private partial void Verified(Uri address);

    [LoggerMessage(2, LogLevel.Warning,
        "The bot's webhook at {Address} answered {Status} to the verification, not 200 with the challenge: nothing is delivered to it")]
    private partial void NotVerified(Uri address, int status);
}
