namespace CommerceBot.Channels.Messenger;

/// <summary>What Messenger told about a person, and what they said while it was being asked.</summary>
internal sealed class UserProfile
{
    /// <summary>Whether the profile was asked for.</summary>
    public bool Asked { get; set; }

    /// <summary>Whether what is said has to wait for the profile.</summary>
    public bool Waiting { get; set; }

    public DateTimeOffset WaitsUntil { get; set; }

    /// <summary>Activities that wait, as JSON, in order.</summary>
    public List<string> Held { get; set; } = [];

    /// <summary>Activities that wait no longer and were not answered yet: whatever comes now comes behind them.</summary>
    public int Freed { get; set; }

    public DateTimeOffset FreedUntil { get; set; }

    /// <summary>How many were ever held, to keep them in order.</summary>
    public int Count { get; set; }

    public string? FirstName { get; set; }

    /// <summary>Such as <c>it_IT</c>.</summary>
    public string? Locale { get; set; }
}
