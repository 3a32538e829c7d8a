namespace Microsoft.Bot.Builder;

/// <summary>A value changed in the storage after this turn read it. Nothing was written; the turn may be run again.</summary>
public sealed class StateConflictException : InvalidOperationException
{
    /// <summary>Says nothing of which.</summary>
    public StateConflictException()
    {
    }

    /// <param name="message">Which value changed.</param>
    public StateConflictException(string message)
        : base(message)
    {
    }

    /// <param name="message">Which value changed.</param>
    /// <param name="innerException">What the storage threw.</param>
    public StateConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="key">Of the value.</param>
    /// <param name="offered">The version that the writer had read; null for none.</param>
    /// <param name="stored">The version that is there; null for none.</param>
    public StateConflictException(string key, string? offered, string? stored)
        : base(
            $"Etag conflict: '{key}' was read at version '{offered ?? "(none)"}' and is now at '{stored ?? "(none)"}'. Read it again and "
            + "repeat the change."
        ) => Key = key;

    /// <summary>The key whose value changed.</summary>
    public string? Key { get; }
}
