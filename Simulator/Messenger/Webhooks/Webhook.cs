namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>One event on its way to the bot. Its bytes never change, however often it is sent.</summary>
internal sealed class Webhook(string kind, string psid, string? mid, byte[] body, DateTimeOffset born)
{
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>Meta's name of the subscribed field: <c>messages</c>, <c>message_echoes</c> ...</summary>
    public string Kind { get; } = kind;

    public string Psid { get; } = psid;

    /// <summary>The shopper's message, when this webhook carries one.</summary>
    public string? Mid { get; } = mid;

    public byte[] Body { get; } = body;

    public DateTimeOffset Born { get; } = born;

    public DateTimeOffset Due { get; set; } = born;

    public int Attempts { get; private set; }

    public string? LastOutcome { get; private set; }

    public bool IsTooOld(DateTimeOffset now) => now - Born >= Patience;

    /// <summary>Again at once, then after 1, 2, 4 ... 60 seconds.</summary>
    public void Failed(string outcome, DateTimeOffset now)
    {
        Attempts++;
        LastOutcome = outcome;
        Due = now + PauseAfter(Attempts);
    }

    internal static TimeSpan PauseAfter(int attempts)
    {
        if (attempts <= 1)
            return TimeSpan.Zero;
        var seconds = Math.Pow(2, Math.Min(attempts - 2, 10));
        return TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds));
    }
}
