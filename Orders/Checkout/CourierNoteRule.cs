namespace CommerceBot.Orders;

/// <summary>A line for the courier: bell, floor, hours. No links: it is read by people who open parcels' labels.</summary>
internal static class CourierNoteRule
{
    /// <summary>Signs of a note: about what a label has room for.</summary>
    public const int Longest = 200;

    public static Entry Read(string tidy)
    {
        if (tidy.Length > Longest)
            return Entry.Wrong(EntryFault.TooLong);
        return tidy.Contains("://", StringComparison.Ordinal)
            || tidy.AsSpan().ContainsAny('<', '>')
            || tidy.AsSpan().ContainsAny('{', '}') || !tidy.Any(char.IsLetterOrDigit)
            ? Entry.Wrong(EntryFault.NotANote)
            : Entry.Right(tidy);
    }
}
