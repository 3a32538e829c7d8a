using System.Net.Http.Json;

namespace CommerceBot.Channels.Email;

/// <summary>Where the simulator takes mails: it says so itself, since its port is any that was free.</summary>
internal sealed class SimulatedMailServer(Func<Uri> simulator) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <exception cref="HttpRequestException">The simulator does not answer.</exception>
    public async Task<SmtpAddress> FindAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<SmtpAddress>(new Uri(simulator(), "/simulator/mail/smtp"), cancellationToken)
        ?? throw new HttpRequestException("The simulator does not say where it takes mails.");

    /// <summary>Where mails come back to, and how to sign in there.</summary>
    /// <exception cref="HttpRequestException">The simulator does not answer.</exception>
    public async Task<ImapAccount> FindMailboxAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<ImapAccount>(new Uri(simulator(), "/simulator/mail/imap"), cancellationToken)
        ?? throw new HttpRequestException("The simulator does not say where mails come back to.");

    public void Dispose() => _http.Dispose();
}
