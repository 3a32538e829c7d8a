using System.Net.Sockets;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Simulator.Email;

/// <summary>The simulator of a mail server refuses what mail servers refuse, line by line.</summary>
public sealed class SmtpTests : IAsyncLifetime
{
    private const string Envelope = "EHLO shop\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n";

    private const string Mail =
        "From: a@example.com\r\nTo: b@example.com\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\nMessage-ID: <1@example.com>\r\nSubject: "
        + "Hi\r\n\r\nHello";

    private SimulatorApp _simulator = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorApp.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_mail_that_is_sent_as_it_should_be_lies_in_the_mailbox()
    {
        Assert.EndsWith(
            "250 2.0.0 OK: kept in the simulator's mailbox\r\n221 2.0.0 Bye\r\n", await SayAllAsync($"{Envelope}{Mail}\r\n.\r\nQUIT\r\n"),
            StringComparison.Ordinal);
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal("Hi", mail.GetProperty("subject").GetString());
        Assert.Equal("b@example.com", mail.GetProperty("to")[0].GetString());
        Assert.Equal("Hello", mail.GetProperty("text").GetString()!.TrimEnd());
    }

    [Theory]
    [InlineData("MAIL FROM:<a@example.com>\r\n", "503 5.5.1 EHLO")]
    [InlineData("EHLO\r\n", "501 5.5.4")]
    [InlineData("EHLO shop\r\nRCPT TO:<b@example.com>\r\n", "503 5.5.1 MAIL first")]
    [InlineData("EHLO shop\r\nMAIL FROM:<a@example.com>\r\nDATA\r\n", "503 5.5.1 RCPT first")]
    [InlineData("EHLO shop\r\nMAIL FROM:<a@example.com>\r\nMAIL FROM:<a@example.com>\r\n", "503 5.5.1 Nested")]
    [InlineData("EHLO shop\r\nMAIL FROM:a@example.com\r\n", "501 5.1.7")]
    [InlineData("EHLO shop\r\nMAIL FROM:<a@example.com> SIZE=9999999\r\n", "552 5.3.4")]
    [InlineData("EHLO shop\r\nMAIL FROM:<a@example.com> SMTPUTF8\r\n", "555 5.5.4")]
    [InlineData("EHLO shop\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b>\r\n", "553 5.1.3")]
    [InlineData("EHLO shop\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<unknown@example.com>\r\n", "550 5.1.1")]
    [InlineData("EHLO shop\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@nobody.invalid>\r\n", "550 5.1.1")]
    [InlineData("EHLO shop\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<full@example.com>\r\n", "452 4.2.2")]
    [InlineData("STARTTLS\r\n", "502 5.5.1")]
    [InlineData("HELLO\r\n", "500 5.5.2")]
    [InlineData("GET / HTTP/1.1\r\n", "421 4.7.0 This is SMTP")]
    [InlineData("EHLO shop\nMAIL FROM:<a@example.com>\r\n", "521 5.5.2 Bare")]
    [InlineData(Envelope + "Subject: Hi\r\n\r\nHello\r\n.\r\n", "550 5.7.1 Messages without exactly one From")]
    [InlineData(
        Envelope + "From: a@example.com\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n\r\nHello\r\n.\r\n",
        "550 5.7.1 Messages without exactly one MessageId")]
    [InlineData(Envelope + Mail + "\n.\r\nMAIL FROM:<x@example.com>\r\n", "521 5.5.2 Bare")]
    public async Task What_a_mail_server_does_not_take_is_refused_with_its_code(string said, string reply)
    {
        Assert.Contains($"\r\n{reply}", await SayAllAsync(said + "QUIT\r\n"), StringComparison.Ordinal);
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task A_mail_that_is_too_large_is_refused_although_it_did_not_say_so()
    {
        var line = new string('x', 900) + "\r\n";
        Assert.Contains(
            "552 5.3.4", await SayAllAsync(Envelope + Mail + "\r\n" + string.Concat(Enumerable.Repeat(line, 1200)) + ".\r\n"),
            StringComparison.Ordinal);
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task A_line_without_end_is_refused() =>
        Assert.Contains("500 5.5.2 Line too long", await SayAllAsync("EHLO " + new string('x', 2000)), StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_makes_ten_mistakes_is_sent_away() =>
        Assert.EndsWith(
            "421 4.7.0 Too many errors\r\n", await SayAllAsync(string.Concat(Enumerable.Repeat("WHAT\r\n", 20))), StringComparison.Ordinal);

    [Theory]
    [InlineData("busy", "421 4.3.2")]
    [InlineData("temporary-recipient", "450 4.2.0")]
    [InlineData("permanent-recipient", "550 5.1.1")]
    [InlineData("temporary", "451 4.3.0")]
    [InlineData("permanent", "554 5.7.1")]
    public async Task A_fault_strikes_as_often_as_it_is_told(string fault, string reply)
    {
        using (var set = await _simulator.Http.PutAsJsonAsync("/simulator/mail/control", new { fault, times = 1 }, Cancel))
            set.EnsureSuccessStatusCode();
        Assert.Contains(reply, await SayAllAsync($"{Envelope}{Mail}\r\n.\r\nQUIT\r\n"), StringComparison.Ordinal);
        Assert.Empty(await MailsAsync());
        Assert.Contains("250 2.0.0 OK: kept", await SayAllAsync($"{Envelope}{Mail}\r\n.\r\nQUIT\r\n"), StringComparison.Ordinal);
        Assert.Single(await MailsAsync());
    }

    [Theory]
    [InlineData("""{ "fault": "earthquake" }""")]
    [InlineData("""{ "times": 0 }""")]
    [InlineData("""{ "colour": "red" }""")]
    [InlineData("null")]
    public async Task Settings_that_do_not_exist_are_refused(string settings)
    {
        using var content = new StringContent(settings, Encoding.UTF8, "application/json");
        using var answer = await _simulator.Http.PutAsync(new Uri("/simulator/mail/control", UriKind.Relative), content, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_mailbox_shows_a_hostile_mail_as_text_and_lets_its_page_run_nothing()
    {
        const string Hostile =
            "From: a@example.com\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\nMessage-ID: <1@example.com>\r\nSubject: <script>"
            + "alert(1)</script>\r\n"
            + "Content-Type: text/html\r\n\r\n<script>alert(2)</script>";
        await SayAllAsync($"{Envelope}{Hostile}\r\n.\r\nQUIT\r\n");
        foreach (var page in new[] { "/simulator/mail", "/simulator/mail/1", "/simulator/mail/1?text=true" })
        {
            var html = await _simulator.Http.GetStringAsync(new Uri(page, UriKind.Relative), Cancel);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        }

        using var own = await _simulator.Http.GetAsync(new Uri("/simulator/mail/1/html", UriKind.Relative), Cancel);
        var policy = Assert.Single(own.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
    }

    /// <summary>Says all of it, and answers what came back until the connection ended.</summary>
    private async Task<string> SayAllAsync(string said)
    {
        var place = await _simulator.Http.GetFromJsonAsync<JsonElement>("/simulator/mail/smtp", Cancel);
        using var client = new TcpClient();
        await client.ConnectAsync(place.GetProperty("host").GetString()!, place.GetProperty("port").GetInt32(), Cancel);
        await using var stream = client.GetStream();
        var reading = ReadAsync(stream);
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(said), Cancel);
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // It hung up before it had heard everything: what it said stands in the answer.
        }
        catch (SocketException)
        {
            // The same.
        }

        return await reading;
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var received = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, Cancel) is > 0 and var read)
                received.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // A connection that is cut ends too.
        }

        return received.ToString();
    }

    private async Task<JsonElement[]> MailsAsync() =>
        await _simulator.Http.GetFromJsonAsync<JsonElement[]>("/simulator/mail/messages", Cancel) ?? [];
}
