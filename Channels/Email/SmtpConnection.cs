using System.Net.Sockets;
using CommerceBot.Runtime;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CommerceBot.Channels.Email;

/// <summary>
/// Hands mails to the mail server, each over a connection of its own: a client of MailKit's is for one send at a time. Tries nothing
/// twice: see the outbox.
/// </summary>
/// <param name="find">Where the server is; asked for each mail, since a simulator's port is known only once it listens.</param>
internal sealed class SmtpConnection(SmtpOptions options, Func<CancellationToken, Task<SmtpAddress>> find) : IDisposable
{
    /// <summary>Mail servers limit connections of one sender; more at a time are not quicker.</summary>
    private const int MostAtOnce = 4;

    /// <summary>For each answer of the server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _places = new(MostAtOnce);

    /// <summary>
    /// Sent; or to be tried again: the server was not reached, said 4xx, or said nothing at the end, when the mail may have been
    /// taken, and comes again under the same Message-Id; or dead, by a 5xx to this mail.
    /// </summary>
    /// <param name="pause">What a server that says "not now" is left alone for; one that is away is looked for sooner.</param>
    public async Task<Outcome> SendAsync(MimeMessage message, TimeSpan pause, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            if (await OpenAsync(client, pause, cancellationToken) is { } notReached)
                return notReached;
            return await SendAsync(client, message, pause, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>Null once mails may be handed over. Whatever is wrong before that is not the mail's fault, and it waits.</summary>
    private async Task<Outcome.Later?> OpenAsync(SmtpClient client, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            var address = await find(cancellationToken);
            await client.ConnectAsync(address.Host, address.Port, address.Security, cancellationToken);
            if (options.User.Length > 0)
                await client.AuthenticateAsync(options.User, options.Password, cancellationToken);
            return null;
        }
        catch (AuthenticationException refused)
        {
            return new($"Smtp: sign-in refused, check Smtp:User and Smtp:Password: {refused.Message}", pause);
        }
        catch (SslHandshakeException wrong)
        {
            return new($"Smtp: TLS failed, check Smtp:Host and Smtp:Port: {FirstLine(wrong.Message)}", pause);
        }
        catch (NotSupportedException missing)
        {
            return new($"Smtp: the server lacks what is needed: {missing.Message}", pause);
        }
        catch (SmtpCommandException busy)
        {
            return new($"Smtp: not now: {Describe(busy)}", pause);
        }
        catch (Exception trouble) when (IsOfTheLine(trouble))
        {
            return new($"Smtp: not reached: {FirstLine(trouble.Message)}");
        }
    }

    private static async Task<Outcome> SendAsync(
        SmtpClient client, MimeMessage message, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500)
        {
            return new Outcome.Dead($"Smtp: refused for good ({refused.ErrorCode}): {Describe(refused)}");
        }
        catch (SmtpCommandException refused)
        {
            return new Outcome.Later($"Smtp: refused for now ({refused.ErrorCode}): {Describe(refused)}", pause);
        }
        catch (Exception trouble) when (IsOfTheLine(trouble))
        {
            return new Outcome.Later($"Smtp: no answer, perhaps sent: {FirstLine(trouble.Message)}");
        }

        await SayGoodbyeAsync(client, cancellationToken);
        return new Outcome.Done(message.MessageId);
    }

    /// <summary>The mail is taken, whatever becomes of the connection now.</summary>
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception trouble) when (IsOfTheLine(trouble))
        {
            // Nobody needs the answer to QUIT.
        }
    }

    private static bool IsOfTheLine(Exception trouble) => trouble
        is IOException or SocketException or TimeoutException or ProtocolException or ServiceNotConnectedException or HttpRequestException;

    private static string Describe(SmtpCommandException refused) => $"{(int)refused.StatusCode} {FirstLine(refused.Message)}";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
