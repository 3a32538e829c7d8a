using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using CommerceBot.Channels.Email;
using CommerceBot.Tests.Support;
using MailKit.Security;
using Xunit;

namespace CommerceBot.Tests.Simulator.Email;

/// <summary>The mailbox of the simulator to which mails come back answers what it knows, and refuses all else.</summary>
public sealed class ImapTests : IAsyncLifetime
{
    private const string In = "a LOGIN bounces@simulator.example simulated\r\nb SELECT INBOX\r\n";

    private SimulatorApp _simulator = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorApp.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("c NOOP\r\n", "c OK")]
    [InlineData("c CAPABILITY\r\n", "* CAPABILITY IMAP4rev1")]
    [InlineData("c SELECT INBOX\r\n", "c BAD Sign in first")]
    [InlineData("c LOGIN somebody else\r\n", "c NO [AUTHENTICATIONFAILED]")]
    [InlineData("c AUTHENTICATE PLAIN AGFubmEAYW5uYQ==\r\n", "c NO [AUTHENTICATIONFAILED]")]
    [InlineData("c AUTHENTICATE XOAUTH2\r\n", "c NO Only PLAIN")]
    [InlineData(In + "c SELECT Elsewhere\r\n", "c NO [NONEXISTENT]")]
    [InlineData(In + "c UID SEARCH ALL\r\n", "c BAD")]
    [InlineData(In + "c UID FETCH 1 (BODY[])\r\n", "c BAD")]
    [InlineData(In + "c UID STORE 1 +FLAGS (\\Deleted)\r\n", "c BAD")]
    [InlineData(In + "c UID SEARCH UNSEEN\r\n", "* SEARCH\r\nc OK")]
    [InlineData(In + "c DELETE INBOX\r\n", "c BAD Command unknown")]
    [InlineData("rubbish\r\n", "* BAD Syntax")]
    [InlineData("c LOGOUT\r\n", "* BYE")]
    public async Task A_command_is_answered_as_mail_servers_answer_it(string said, string heard) =>
        Assert.Contains("\n" + heard, await SayAsync(said), StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_password_is_told_and_the_right_one_reads()
    {
        var account = await AccountAsync();
        var wrong = new BounceMailbox(_ => Task.FromResult(account with { Password = "wrong" }));
        await Assert.ThrowsAsync<AuthenticationException>(() => wrong.ReadAsync((_, _) => Task.CompletedTask, _ => { }, Cancel));
        await new BounceMailbox(_ => Task.FromResult(account)).ReadAsync((_, _) => Task.CompletedTask, _ => { }, Cancel);
    }

    [Fact]
    public async Task A_mail_that_nobody_sent_cannot_come_back()
    {
        using var answer = await _simulator.Http.PostAsJsonAsync("/simulator/mail/bounces", new { recipient = "a@example.com" }, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        using var wrong = await _simulator.Http.PostAsJsonAsync("/simulator/mail/bounces", new { to = "a@example.com" }, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private async Task<ImapAccount> AccountAsync() =>
        await _simulator.Http.GetFromJsonAsync<ImapAccount>("/simulator/mail/imap", Cancel)
        ?? throw new InvalidOperationException("There is no mailbox.");

    private async Task<string> SayAsync(string said)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", (await AccountAsync()).Port, Cancel);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(said), Cancel);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(Cancel);
    }
}
