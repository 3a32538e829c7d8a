using System.Net.Http.Json;
using System.Text;
using CommerceBot.Channels.Email;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>The mailbox of the simulator to which mails come back.</summary>
internal sealed class Bounces(ShopHost host)
{
    /// <summary>The newest mail to an address comes back for good, or as is wanted.</summary>
    public async Task BounceAsync(string recipient, object? wanted = null)
    {
        await host.SettleAsync();
        var how = System.Text.Json.JsonSerializer.SerializeToNode(wanted ?? new { })!.AsObject();
        how["recipient"] = recipient;
        using var answer = await host.Simulators.PostAsJsonAsync("/simulator/mail/bounces", how);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Puts any bytes into the mailbox.</summary>
    public async Task PutAsync(string bytes)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(bytes));
        using var answer = await host.Simulators.PostAsync(new Uri("/simulator/mail/returned", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<SeenBounce>> AllAsync() =>
        await host.Simulators.GetFromJsonAsync<SeenBounce[]>("/simulator/mail/returned") ?? [];

    /// <summary>The shop looks into the mailbox once more.</summary>
    public Task LookAsync() => host.StepAsync(BouncePoller.Every);

    /// <summary>A report as a mail server writes it, by hand.</summary>
    public static string Report(
        string id, string recipient, string action = "failed", string status = "5.1.1", string diagnostic = "550 no such user") => $"""
        From: MAILER-DAEMON@example.com
        To: shop@simulator.example
        Subject: Undelivered Mail
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="b"

        --b
        Content-Type: text/plain

        Sorry.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.com

        Final-Recipient: rfc822; {recipient}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; {diagnostic}

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{id}>
        From: shop@simulator.example
        To: {recipient}

        --b--

        """.ReplaceLineEndings("\r\n");

    /// <summary>A report in a report in a report, and so on.</summary>
    public static string Nested(int depth)
    {
        var text = new StringBuilder("Content-Type: multipart/report; report-type=delivery-status; boundary=b0\r\n\r\n");
        for (var level = 0; level < depth; level++)
            text.Append("--b").Append(level).Append("\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b")
                .Append(level + 1).Append("\r\n\r\n");
        return text.ToString();
    }
}

internal sealed record SeenBounce(uint Id, bool Seen, int Bytes);
