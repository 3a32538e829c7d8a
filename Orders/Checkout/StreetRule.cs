using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>Street and house number, on one line. Without a number it is asked again, for there are streets that have none.</summary>
internal static partial class StreetRule
{
    private const int Shortest = 3;
    private const int Longest = 200;

    public static Entry Read(string tidy, Answers answers)
    {
        if (tidy.Length > Longest)
            return Entry.Wrong(EntryFault.TooLong);
        if (OtherAnswer.Of(tidy, EntryFault.NotAStreet) is not EntryFault.None and var fault)
            return Entry.Wrong(fault);
        if (tidy.Length < Shortest || NumberAlone().IsMatch(tidy))
            return Entry.Wrong(EntryFault.NotAStreet);
        if (answers.City is { } city && FoldedText.Words(city) == FoldedText.Words(tidy))
            return Entry.Doubtful(tidy, EntryDoubt.StreetIsTheCity);
        return HasNumber(tidy) || NeedsNone().IsMatch(FoldedText.Words(tidy))
            ? Entry.Right(tidy)
            : Entry.Doubtful(tidy, EntryDoubt.NoHouseNumber);
    }

    /// <summary>Whether a number is left when dates (Via 25 Aprile, Rue du 8 Mai 1945) and ordinals (5th Avenue) are taken away.</summary>
    public static bool HasNumber(string street) => Ordinal().Replace(Date().Replace(street, " "), " ").Any(char.IsAsciiDigit)
        || OtherScript(street);

    /// <summary>Numbers in the signs of other scripts (五番地) have no plain digits; such streets are believed.</summary>
    private static bool OtherScript(string street) =>
        street.EnumerateRunes().Any(rune => rune.Value > 0x2E7F && System.Text.Rune.IsLetter(rune));

    [GeneratedRegex(@"^(n\.?|nr\.?|no\.?|num\.?|numero|civico|house|hausnummer)? *[0-9]+ *[/-]? *[a-z0-9]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberAlone();

    [GeneratedRegex(
        @"\b(s ?n ?c|s ?n|senza (numero|civico)|sine numero|no number|without number|sin numero|sans numero|ohne (haus)?nummer|"
        + @"casella postale|c ?p|p ?o box|po box|post office box|postbox|postfach|packstation|boite postale|b ?p|apartado|"
        + @"fermo ?posta|fermoposta|poste restante|km)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NeedsNone();

    [GeneratedRegex(
        @"\b[0-9]{1,2}([.°º]|er)? *(de |di |of )?(gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|"
        + @"novembre|dicembre|"
        + "january|february|march|april|may|june|july|august|september|october|november|december|"
        + "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|"
        + "januar|februar|märz|juni|juli|oktober|dezember|enero|febrero|abril|mayo|junio|julio|septiembre|octubre|noviembre|"
        + "diciembre|outubro|dezembro)"
        + @"( *(de |del )?1[0-9]{3}| *(de |del )?20[0-9]{2})?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b[0-9]+ ?(st|nd|rd|th|ème|eme|ª|º)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
