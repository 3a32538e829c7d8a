namespace CommerceBot.Simulator.Messenger;

/// <summary>What becomes of webhooks.</summary>
internal enum WebhookMode
{
    On,

    /// <summary>Kept, and sent in order when switched on again.</summary>
    Hold,

    /// <summary>Never sent.</summary>
    Drop,

    /// <summary>Each is sent twice.</summary>
    Duplicate,
}

internal enum ProfileMode
{
    Full,

    /// <summary>The profile is <c>{}</c>.</summary>
    Empty,

    /// <summary>Error 100-2018218.</summary>
    Unavailable,
}

/// <summary>How the answer to a send is lost although the message was delivered.</summary>
internal enum LostAnswer
{
    /// <summary>The connection closes.</summary>
    Cut,

    /// <summary>No answer comes until the caller gives up.</summary>
    Hang,

    /// <summary>Error 1-1357046: may have been delivered.</summary>
    Unsure,
}

/// <summary>An error to answer instead of doing what was asked.</summary>
internal sealed record Failure(int Code, int? Subcode = null, int? Status = null, string? Message = null, int Times = 1);

/// <summary>The troubles that a test or a curious developer can switch on. A copy is handed out, never the original.</summary>
internal sealed record SwitchSettings
{
    public WebhookMode Webhooks { get; init; }

    public ProfileMode Profile { get; init; }

    public int ProfileDelayMilliseconds { get; init; }

    /// <summary>The next sends fail. Nothing is delivered.</summary>
    public Failure? FailSends { get; init; }

    /// <summary>The next send is delivered, its answer is lost.</summary>
    public LostAnswer? LoseAnswer { get; init; }

    /// <summary>The Messenger Profile API takes 10 calls in 10 minutes.</summary>
    public bool LimitProfileCalls { get; init; }
}

internal sealed class Switches
{
    private readonly Lock gate = new();
    private SwitchSettings settings = new();

    public event Action? Changed;

    public SwitchSettings Now
    {
        get
        {
            lock (gate)
                return settings;
        }
    }

    public SwitchSettings Set(SwitchSettings wanted)
    {
        lock (gate)
            settings = wanted;
        Changed?.Invoke();
        return wanted;
    }

    public Failure? TakeFailure()
    {
        lock (gate)
        {
            if (settings.FailSends is not { } failure)
                return null;
            settings = settings with { FailSends = failure.Times > 1 ? failure with { Times = failure.Times - 1 } : null };
            return failure;
        }
    }

    public LostAnswer? TakeLostAnswer()
    {
        lock (gate)
        {
            var lost = settings.LoseAnswer;
            settings = settings with { LoseAnswer = null };
            return lost;
        }
    }
}
