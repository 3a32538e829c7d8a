namespace CommerceBot.Simulator.Email;

/// <summary>What goes wrong with the next mails.</summary>
internal enum MailFault
{
    None,

    /// <summary>421 instead of a greeting.</summary>
    Busy,

    /// <summary>450 to the recipient, as greylisting does.</summary>
    TemporaryRecipient,

    /// <summary>550 to the recipient.</summary>
    PermanentRecipient,

    /// <summary>451 after the mail.</summary>
    Temporary,

    /// <summary>554 after the mail.</summary>
    Permanent,

    /// <summary>The connection is cut after the mail, which is not kept.</summary>
    CutBefore,

    /// <summary>The mail is kept, and the connection cut without an answer.</summary>
    CutAfter,

    /// <summary>The mail is kept, and no answer comes until the caller gives up.</summary>
    Hang,

    /// <summary>The mailbox of what came back says that it has no time, and ends the connection.</summary>
    MailboxBusy,

    /// <summary>It knows no such user, or the password is another.</summary>
    MailboxSignIn,

    /// <summary>It ends the connection in the middle of a mail.</summary>
    MailboxCut,
}

/// <param name="Times">How many times the fault strikes.</param>
/// <param name="Recipient">Only mails to this address; null for all. A greeting knows no recipient.</param>
internal sealed record MailSettings(MailFault Fault = MailFault.None, int Times = int.MaxValue, string? Recipient = null);

/// <summary>Which fault strikes next; forgotten with the process.</summary>
internal sealed class MailFaults
{
    private readonly Lock _lock = new();
    private MailSettings _settings = new();
    private int _struck;

    public MailSettings Settings
    {
        get
        {
            lock (_lock)
                return _settings;
        }
        set
        {
            lock (_lock)
                (_settings, _struck) = (value, 0);
        }
    }

    /// <summary>Whether this fault strikes here and now; counted when it does.</summary>
    public bool Strikes(MailFault fault, IReadOnlyList<string> recipients)
    {
        lock (_lock)
        {
            if (_settings.Fault != fault || _struck >= _settings.Times
                || (_settings.Recipient is { } only && !recipients.Contains(only, StringComparer.OrdinalIgnoreCase)))
                return false;
            _struck++;
            return true;
        }
    }
}
