namespace Microsoft.Bot.Builder;

/// <summary>The one rule of versions, for every storage.</summary>
public static class StoreItemVersions
{
    /// <summary>
    /// Throws unless a write is based on what is stored now. Null <paramref name="stored"/>: nothing is stored;
    /// null <paramref name="offered"/>: the writer saw nothing; "*": the writer does not care.
    /// </summary>
    public static void Check(string key, string? offered, string? stored)
    {
        if (offered != "*" && !string.Equals(offered, stored, StringComparison.Ordinal))
            throw new StateConflictException(key, offered, stored);
    }
}
