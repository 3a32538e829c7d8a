using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// One connection of IMAP (RFC 9051): what a program needs that reads one mailbox, INBOX, and marks what it has read. Anything else is
/// BAD, as a server answers what it does not know.
/// </summary>
internal sealed partial class ImapSession(ConnectionContext connection, ReturnedMails returned, MailFaults faults)
{
    private const int LongestLine = 8192;
    private const int MostErrors = 10;
    private const string Abilities = "CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN";

    private static readonly string SignIn =
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"\0{ImapPort.User}\0{ImapPort.Password}"));

    private bool _signedIn;
    private bool _selected;
    private bool _ended;
    private int _errors;

    public async Task RunAsync()
    {
        try
        {
            if (faults.Strikes(MailFault.MailboxBusy, []))
            {
                await SayAsync("* BYE Too busy, try again later");
                return;
            }

            await SayAsync($"* OK [{Abilities}] simulator.example: what came back");
            while (!_ended && await ReadAsync() is { } line)
                await HandleAsync(line);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            // The other side left, or the host stops.
        }
    }

    private async Task HandleAsync(string line)
    {
        if (Command().Match(line) is not { Success: true } parsed)
        {
            await BadAsync("*", "Syntax: tag command");
            return;
        }

        var (tag, verb, rest) = (parsed.Groups["tag"].Value, parsed.Groups["verb"].Value.ToUpperInvariant(), parsed.Groups["rest"].Value);
        await (verb switch
        {
            "CAPABILITY" => SayAsync($"* {Abilities}", $"{tag} OK done"),
            "NOOP" => SayAsync($"{tag} OK done"),
            "LOGOUT" => EndAsync("* BYE until later", $"{tag} OK done"),
            "LOGIN" => LoginAsync(tag, rest),
            "AUTHENTICATE" => AuthenticateAsync(tag, rest),
            _ when !_signedIn => BadAsync(tag, "Sign in first"),
            "LIST" => ListAsync(tag, rest),
            "SELECT" => SelectAsync(tag, rest),
            "UID SEARCH" or "UID FETCH" or "UID STORE" when !_selected => BadAsync(tag, "Select a mailbox first"),
            "UID SEARCH" => SearchAsync(tag, rest),
            "UID FETCH" => FetchAsync(tag, rest),
            "UID STORE" => StoreAsync(tag, rest),
            _ => BadAsync(tag, "Command unknown"),
        });
    }

    private Task LoginAsync(string tag, string rest) =>
        WelcomeAsync(tag, rest is $"{ImapPort.User} {ImapPort.Password}" or $"\"{ImapPort.User}\" \"{ImapPort.Password}\"");

    private async Task AuthenticateAsync(string tag, string rest)
    {
        if (!rest.Split(' ')[0].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            await SayAsync($"{tag} NO Only PLAIN");
            return;
        }

        var said = rest.Split(' ', 2) is [_, var atOnce] ? atOnce : null;
        if (said is null)
        {
            await SayAsync("+ ");
            said = await ReadAsync();
        }

        await WelcomeAsync(tag, said == SignIn);
    }

    private Task WelcomeAsync(string tag, bool isRight)
    {
        if (!isRight || faults.Strikes(MailFault.MailboxSignIn, []))
            return SayAsync($"{tag} NO [AUTHENTICATIONFAILED] Invalid user or password");
        _signedIn = true;
        return SayAsync($"{tag} OK [{Abilities}] signed in");
    }

    private Task ListAsync(string tag, string rest) => rest switch
    {
        "\"\" \"\"" => SayAsync("* LIST (\\Noselect) \"/\" \"\"", $"{tag} OK done"),
        "\"\" INBOX" or "\"\" \"INBOX\"" => SayAsync("* LIST () \"/\" INBOX", $"{tag} OK done"),
        _ => SayAsync($"{tag} OK there is none"),
    };

    private Task SelectAsync(string tag, string rest)
    {
        if (!rest.Trim('"').Equals("INBOX", StringComparison.OrdinalIgnoreCase))
            return SayAsync($"{tag} NO [NONEXISTENT] No such mailbox");
        _selected = true;
        return SayAsync(
            "* FLAGS (\\Seen)", Line($"* {returned.All.Count} EXISTS"), "* 0 RECENT", Line($"* OK [UIDVALIDITY {returned.Validity}] so"),
            Line($"* OK [UIDNEXT {returned.Next}] so"), "* OK [PERMANENTFLAGS (\\Seen)] so", $"{tag} OK [READ-WRITE] done");
    }

    private Task SearchAsync(string tag, string rest)
    {
        if (!rest.Equals("UNSEEN", StringComparison.OrdinalIgnoreCase))
            return BadAsync(tag, "Only UNSEEN is searched for");
        var found = returned.All.Where(mail => !mail.Seen).Select(mail => mail.Id.ToString(CultureInfo.InvariantCulture));
        return SayAsync(string.Join(' ', found.Prepend("* SEARCH")), $"{tag} OK done");
    }

    private async Task FetchAsync(string tag, string rest)
    {
        if (Fetch().Match(rest) is not { Success: true } parsed || !TryReadIds(parsed.Groups["ids"].Value, out var ids))
        {
            await BadAsync(tag, "Only the size and type of mails, or a part of one, is given");
            return;
        }

        var all = returned.All;
        for (var at = 0; at < all.Count; at++)
        {
            if (!ids.Contains(all[at].Id))
                continue;
            var head = Line($"* {at + 1} FETCH (UID {all[at].Id} ");
            if (parsed.Groups["most"].Success)
            {
                var most = int.Parse(parsed.Groups["most"].Value, CultureInfo.InvariantCulture);
                await GiveAsync(head + "BODY[]<0> ", all[at].Raw[..Math.Min(most, all[at].Raw.Length)]);
                if (_ended)
                    return;
            }
            else
            {
                await GiveAsync(
                    head + Line($"RFC822.SIZE {all[at].Raw.Length} BODY[HEADER.FIELDS (CONTENT-TYPE)] "), TypeOf(all[at].Raw));
            }
        }

        await SayAsync($"{tag} OK done");
    }

    /// <summary>Bytes as a literal, and the end of the answer.</summary>
    private async Task GiveAsync(string head, byte[] bytes)
    {
        await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(head + Line($"{{{bytes.Length}}}\r\n")));
        if (head.EndsWith("<0> ", StringComparison.Ordinal) && faults.Strikes(MailFault.MailboxCut, []))
        {
            await connection.Transport.Output.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            _ended = true;
            connection.Abort(new ConnectionAbortedException("The simulator was told to cut the connection."));
            return;
        }

        await connection.Transport.Output.WriteAsync(bytes);
        await SayAsync(")");
    }

    private Task StoreAsync(string tag, string rest)
    {
        if (Store().Match(rest) is not { Success: true } parsed || !TryReadIds(parsed.Groups["ids"].Value, out var ids))
            return BadAsync(tag, "Only \\Seen is kept");
        foreach (var id in ids)
            returned.Mark(id, parsed.Groups["sign"].Value == "+");
        return SayAsync($"{tag} OK done");
    }

    /// <summary>The header Content-Type with the lines that it goes on in, and the empty line.</summary>
    private static byte[] TypeOf(byte[] raw)
    {
        var head = Encoding.Latin1.GetString(raw).Split("\r\n\r\n", 2)[0] + "\r\n";
        return Encoding.Latin1.GetBytes(ContentType().Match(head).Value + "\r\n");
    }

    /// <summary>Such as 3, 1:4 or 1,3:5.</summary>
    private bool TryReadIds(string text, out HashSet<uint> ids)
    {
        ids = [];
        foreach (var range in text.Split(','))
        {
            if (range.Split(':') is not ([_] or [_, _]) || !TryReadId(range.Split(':')[0], out var first)
                || !TryReadId(range.Split(':')[^1], out var last))
                return false;
            ids.UnionWith(returned.All.Select(mail => mail.Id).Where(id => id >= first && id <= last));
        }

        return true;
    }

    private static bool TryReadId(string text, out uint id)
    {
        id = uint.MaxValue;
        return text == "*" || uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    private Task BadAsync(string tag, string why) =>
        ++_errors < MostErrors ? SayAsync($"{tag} BAD {why}") : EndAsync("* BYE Too many errors");

    private Task EndAsync(params string[] lines)
    {
        _ended = true;
        return SayAsync(lines);
    }

    private async Task SayAsync(params string[] lines) =>
        await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The next line without its end; null when the connection ended, or the line is too long.</summary>
    private async Task<string?> ReadAsync()
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync();
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.ASCII.GetString(read.Buffer.Slice(0, end).ToArray());
                input.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line.TrimEnd('\r');
            }

            if (read.IsCompleted || read.Buffer.Length > LongestLine)
                return null;
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    [GeneratedRegex(
        "^(?<tag>[A-Za-z0-9.]{1,30}) (?<verb>UID [A-Za-z]+|[A-Za-z]+)(?: (?<rest>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(
        @"^(?<ids>[0-9:,*]+) \((?:UID RFC822\.SIZE BODY\.PEEK\[HEADER\.FIELDS \(CONTENT-TYPE\)\]"
        + @"|(?:UID )?BODY\.PEEK\[\]<0\.(?<most>[0-9]{1,8})>)\)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fetch();

    [GeneratedRegex(@"^(?<ids>[0-9:,*]+) (?<sign>[+-])FLAGS\.SILENT \(\\Seen\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Store();

    [GeneratedRegex(@"(?m)^Content-Type:[^\n]*\n(?:[ \t][^\n]*\n)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContentType();
}
