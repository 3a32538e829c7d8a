using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// One connection of SMTP (RFC 5321) as a mail server on the internet takes it: commands in their order, sizes, recipients that are
/// not there, headers without which large services take no mail (RFC 5322).
/// </summary>
internal sealed partial class SmtpSession(ConnectionContext connection, Mailbox mailbox, MailFaults faults)
{
    /// <summary>In bytes; announced, and held to. Less than real servers take: no mail of a shop's needs it.</summary>
    public const int LargestMail = 1024 * 1024;

    private const int MostRecipients = 100;
    private const int MostErrors = 10;

    private readonly SmtpLines _lines = new(connection.Transport.Input);
    private readonly List<string> _to = [];
    private bool _greeted;
    private string? _from;
    private int _errors;
    private bool _ended;

    public async Task RunAsync()
    {
        try
        {
            if (faults.Strikes(MailFault.Busy, []))
            {
                await SayAsync("421 4.3.2 Service not available, closing transmission channel");
                return;
            }

            await SayAsync("220 simulator.example ESMTP: nothing leaves this machine");
            while (!_ended && await _lines.ReadAsync() is { } line)
                await HandleAsync(Encoding.ASCII.GetString(line));
        }
        catch (SmtpLineException broken)
        {
            await SayAsync(broken.Message);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            // The other side left, or the host stops.
        }
    }

    private Task HandleAsync(string line)
    {
        var verb = line.Split(' ', 2)[0].ToUpperInvariant();
        return verb switch
        {
            "EHLO" or "HELO" => GreetAsync(verb, line),
            "MAIL" => MailAsync(line),
            "RCPT" => RecipientAsync(line),
            "DATA" => DataAsync(),
            "RSET" => ResetAsync(),
            "NOOP" => SayAsync("250 2.0.0 OK"),
            "VRFY" => SayAsync("252 2.1.5 Send some mail, I'll try my best"),
            "QUIT" => EndAsync("221 2.0.0 Bye"),
            "AUTH" or "STARTTLS" => RefuseAsync("502 5.5.1 Not offered here"),
            // A browser was led here to speak SMTP for somebody.
            "GET" or "POST" or "HEAD" or "PUT" => EndAsync("421 4.7.0 This is SMTP"),
            _ => RefuseAsync("500 5.5.2 Command unrecognized"),
        };
    }

    private Task GreetAsync(string verb, string line)
    {
        if (line.Split(' ', 2) is not [_, { Length: > 0 } name] || name.Trim().Length == 0)
            return RefuseAsync($"501 5.5.4 Syntax: {verb} hostname");
        _greeted = true;
        Forget();
        return verb == "HELO"
            ? SayAsync("250 simulator.example")
            : SayAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"250-simulator.example\r\n250-PIPELINING\r\n250-SIZE {LargestMail}\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES"));
    }

    private Task MailAsync(string line)
    {
        if (!_greeted)
            return RefuseAsync("503 5.5.1 EHLO or HELO first");
        if (_from is not null)
            return RefuseAsync("503 5.5.1 Nested MAIL command");
        if (Sender().Match(line) is not { Success: true } parsed)
            return RefuseAsync("501 5.1.7 Syntax: MAIL FROM:<address>");
        foreach (var parameter in parsed.Groups["parameters"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Size().Match(parameter) is { Success: true } size)
            {
                if (!long.TryParse(size.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                    || bytes > LargestMail)
                    return RefuseAsync("552 5.3.4 Message size exceeds fixed limit");
            }
            else if (!parameter.Equals("BODY=8BITMIME", StringComparison.OrdinalIgnoreCase)
                && !parameter.Equals("BODY=7BIT", StringComparison.OrdinalIgnoreCase))
            {
                return RefuseAsync("555 5.5.4 Unsupported option");
            }
        }

        _from = parsed.Groups["address"].Value;
        return SayAsync("250 2.1.0 OK");
    }

    private Task RecipientAsync(string line)
    {
        if (_from is null)
            return RefuseAsync("503 5.5.1 MAIL first");
        if (Recipient().Match(line) is not { Success: true } parsed)
            return RefuseAsync("501 5.1.3 Syntax: RCPT TO:<address>");
        var address = parsed.Groups["address"].Value;
        if (_to.Count >= MostRecipients)
            return SayAsync("452 4.5.3 Too many recipients");
        if (MailRules.Refusal(address) is { } refusal)
            return RefuseAsync(refusal);
        if (faults.Strikes(MailFault.TemporaryRecipient, [address]))
            return SayAsync("450 4.2.0 Greylisted, try again later");
        if (faults.Strikes(MailFault.PermanentRecipient, [address]))
            return SayAsync("550 5.1.1 The email account that you tried to reach does not exist");
        _to.Add(address);
        return SayAsync("250 2.1.5 OK");
    }

    private async Task DataAsync()
    {
        if (_from is not { } from || _to.Count == 0)
        {
            await RefuseAsync("503 5.5.1 RCPT first");
            return;
        }

        await SayAsync("354 Start mail input; end with <CRLF>.<CRLF>");
        if (await _lines.ReadDataAsync() is not { } raw)
        {
            _ended = true;
            return;
        }

        string[] to = [.. _to];
        Forget();
        await TakeAsync(from, to, raw);
    }

    private async Task TakeAsync(string from, string[] to, byte[] raw)
    {
        if (faults.Strikes(MailFault.Temporary, to))
        {
            await SayAsync("451 4.3.0 Requested action aborted: local error in processing");
            return;
        }

        if (faults.Strikes(MailFault.Permanent, to))
        {
            await SayAsync("554 5.7.1 Message rejected as spam");
            return;
        }

        if (faults.Strikes(MailFault.CutBefore, to))
        {
            Cut();
            return;
        }

        if (MailRules.Read(raw, out var refusal) is not { } message)
        {
            await RefuseAsync(refusal!);
            return;
        }

        mailbox.Add(from, to, message, raw);
        if (faults.Strikes(MailFault.CutAfter, to))
            Cut();
        else if (faults.Strikes(MailFault.Hang, to))
            await HangAsync();
        else
            await SayAsync("250 2.0.0 OK: kept in the simulator's mailbox");
    }

    private async Task HangAsync()
    {
        _ended = true;
        await Task.Delay(Timeout.InfiniteTimeSpan, connection.ConnectionClosed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Cut()
    {
        _ended = true;
        connection.Abort(new ConnectionAbortedException("The simulator was told to cut the connection."));
    }

    private Task ResetAsync()
    {
        Forget();
        return SayAsync("250 2.0.0 OK");
    }

    private Task RefuseAsync(string reply) => ++_errors < MostErrors ? SayAsync(reply) : EndAsync("421 4.7.0 Too many errors");

    private Task EndAsync(string reply)
    {
        _ended = true;
        return SayAsync(reply);
    }

    private void Forget()
    {
        _from = null;
        _to.Clear();
    }

    private async Task SayAsync(string reply) =>
        await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"));

    [GeneratedRegex("^MAIL FROM: ?<(?<address>[^<>]*)>(?<parameters>( [^ ]+)*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sender();

    [GeneratedRegex("^RCPT TO: ?<(?<address>[^<>]+)>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recipient();

    [GeneratedRegex("^SIZE=(.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
