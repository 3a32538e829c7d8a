namespace Microsoft.Bot.Builder;

/// <summary>A value changed in the storage after this turn read it. Nothing was written; the turn may be run again.</summary>
public sealed class StateConflictException : InvalidOperationException
{
    public StateConflictException()
    {
    }

    public StateConflictException(string message)
        : base(message)
    {
    }

    public StateConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StateConflictException(string key, string? offered, string? stored)
        : base($"Etag conflict: '{key}' was read at version '{offered ?? "(none)"}' and is now at '{stored ?? "(none)"}'. Read it again and repeat the change.") =>
        Key = key;

    /// <summary>The key whose value changed.</summary>
    public string? Key { get; }
}
