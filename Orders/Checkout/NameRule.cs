using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>Who receives: a person or a firm (3M Italia, Studio 54).</summary>
internal static partial class NameRule
{
    private const int Shortest = 2;
    private const int Longest = 100;

    public static Entry Read(string tidy)
    {
        if (tidy.Length > Longest)
            return Entry.Wrong(EntryFault.TooLong);
        if (OtherAnswer.Of(tidy, EntryFault.NotAName) is not EntryFault.None and var fault)
            return Entry.Wrong(fault);
        if (tidy.Length < Shortest)
            return Entry.Wrong(EntryFault.NotAName);
        if (tidy.Count(char.IsAsciiDigit) >= 6)
            return Entry.Wrong(EntryFault.IsAPhone);
        return LooseNumber().IsMatch(tidy) ? Entry.Doubtful(tidy, EntryDoubt.NameWithNumber) : Entry.Right(tidy);
    }

    /// <summary>Three digits or more by themselves: a firm's name, or a piece of a phone number.</summary>
    [GeneratedRegex(@"(^|[^\p{L}0-9])[0-9]{3,}([^\p{L}0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LooseNumber();
}
