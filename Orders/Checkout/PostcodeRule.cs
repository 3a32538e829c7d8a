using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>Postcodes by country (<c>Data/postcodes.tsv</c>): taken however they are spaced, written in their one form.</summary>
internal static partial class PostcodeRule
{
    /// <summary>What is answered where an address has no postcode.</summary>
    public const string None = "-";

    private static readonly HashSet<string> WordsForNone =
        ["", "NO", "NONE", "NESSUNO", "NIENTE", "NA", "NON CE", "NON CE L HO", "NON LO HO", "I DON T HAVE ONE", "NOT APPLICABLE", "N A"];

    /// <summary>Every country that has postcodes, with one of them.</summary>
    public static IEnumerable<(Country Country, string Example)> Known => PostcodeTable.Countries
        .Where(country => PostcodeTable.Of(country).Forms.Count > 0)
        .Select(country => (country, PostcodeTable.Of(country).Forms[0].Example));

    /// <summary>Whether every address of a country has a postcode.</summary>
    public static bool IsRequired(Country country) => PostcodeTable.Of(country).Required;

    public static Entry Read(string tidy, Country country)
    {
        var table = PostcodeTable.Of(country);
        if (!table.Required && WordsForNone.Contains(FoldedText.Words(tidy)))
            return Entry.Right(None);
        if (table.Forms.Count == 0)
            return Elsewhere().IsMatch(Compact(tidy)) ? Entry.Right(tidy.ToUpperInvariant()) : Entry.Wrong(EntryFault.NotAPostcode);
        var code = Unlabelled(tidy);
        // Gibraltar is typed under the United Kingdom and the Faroes under Denmark: their codes are theirs.
        return (Find(code, country) ?? Find(code, Territory.Of(country, code).Delivery)) is { } written
            ? Entry.Right(written)
            : Entry.Wrong(EntryFault.NotAPostcode, table.Forms[0].Example);
    }

    /// <summary>The code in its one form, with or without a country in front of it; null when it is none of that country's.</summary>
    public static string? Find(string text, Country country)
    {
        var table = PostcodeTable.Of(country);
        var compact = Compact(text);
        foreach (var code in table.Abroad.Where(sign => compact.StartsWith(sign, StringComparison.Ordinal)).Select(sign =>
            compact[sign.Length..])
            .Prepend(compact))
            if (table.Forms.FirstOrDefault(form => form.Pattern.IsMatch(code)) is { } form)
                return form.Write(code);
        return null;
    }

    public static string Compact(string text) =>
        string.Concat(text.Where(sign => sign is not (' ' or '-' or '.' or '/'))).ToUpperInvariant();

    private static string Unlabelled(string text) => Label().Replace(text, "");

    [GeneratedRegex("^[0-9A-Z]{2,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^(c\.?a\.?p\.?|plz|zip( ?code)?|post ?code|postal code|codice postale|code postal|codigo postal|postleitzahl)[ :.]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
