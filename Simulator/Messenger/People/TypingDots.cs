namespace CommerceBot.Simulator.Messenger.People;

/// <summary>The dots: from typing_on until something is said, typing_off, or 20 seconds.</summary>
internal sealed class TypingDots
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly Action changed;
    private readonly ITimer alarm;
    private DateTimeOffset? until;

    public TypingDots(TimeProvider time, Action changed)
    {
        this.time = time;
        this.changed = changed;
        alarm = time.CreateTimer(_ => HideWhenOver(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool AreShown
    {
        get
        {
            lock (gate)
                return until > time.GetUtcNow();
        }
    }

    public void Show()
    {
        lock (gate)
        {
            until = time.GetUtcNow() + Longest;
            alarm.Change(Longest, Timeout.InfiniteTimeSpan);
        }

        changed();
    }

    public void Hide()
    {
        lock (gate)
        {
            if (until is null)
                return;
            until = null;
        }

        changed();
    }

    /// <summary>An alarm of earlier dots may ring while newer ones are shown: those stay.</summary>
    private void HideWhenOver()
    {
        if (!AreShown)
            Hide();
    }
}
