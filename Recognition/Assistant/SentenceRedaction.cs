using System.Text.RegularExpressions;
using CommerceBot.Recognition.Entities;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Assistant;

/// <summary>
/// Takes out of a sentence what is personal, before it is stored for a language model or sent to one. Placeholders such as
/// <c>[email]</c> stay in its place, so that the sentence can still be understood. In doubt it takes out too much: the worst that comes
/// of that is the usual answer. Card numbers were taken out at the endpoint already.
/// </summary>
internal static partial class SentenceRedaction
{
    /// <summary>In this order: an address with an at sign before links, long codes before the digits in them.</summary>
    private static readonly (Func<Regex> Pattern, string Placeholder)[] Table =
    [
        (Email, "[email]"), (SpelledEmail, "[email]"), (SpokenEmail, "[email]"), (Link, "[link]"), (Handle, "[handle]"),
        (Iban, "[iban]"), (NumberedOrder, "[order]"), (Date, "[date]"),
        (ItalianStreet, "[address]"), (CapitalStreet, "[address]"), (EnglishStreet, "[address]"), (GermanStreet, "[address]"),
        (FrenchStreet, "[address]"), (City, "[address]"), (Postcode, "[postcode]"),
        (Code, "[code]"), (Phone, "[phone]"), (SpokenPhone, "[phone]"), (LongNumber, "[number]"),
        (NameAfterWords, "[name]"), (CapitalNameAfterWords, "[name]"), (Signature, "[name]"), (Capitals, "[name]"),
    ];

    /// <param name="text">Any text; it is cleaned first, so that full-width digits and invisible signs hide nothing.</param>
    /// <summary>Words of addresses that are words of other sentences too.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "via", "viale", "corso", "piazza", "largo", "strada", "della", "delle", "dello", "degli", "del", "dei", "san", "the", "and",
        "street", "road", "lane", "com", "gmail", "mail", "place", "park", "green", "new", "for", "per", "con", "non", "che",
    };

    /// <param name="personal">What is known of the shopper: each word of three letters or more is taken out.</param>
    public static string Redact(string text, IEnumerable<string> personal)
    {
        ArgumentNullException.ThrowIfNull(personal);
        var clean = TextNormalizer.Clean(text).Replace('\n', ' ');
        foreach (var (pattern, placeholder) in Table.AsSpan(0, 6))
            clean = pattern().Replace(clean, placeholder);
        foreach (var (start, end) in OrderNumberReading.In(clean).AsEnumerable().Reverse())
            clean = $"{clean[..start]}[order]{clean[end..]}";
        foreach (var (pattern, placeholder) in Table.AsSpan(6))
            clean = pattern().Replace(clean, placeholder);
        var known = personal
            .SelectMany(TextNormalizer.Words)
            .Where(word => word.Length > 2 && !Common.Contains(word)).ToHashSet(StringComparer.Ordinal);
        return known.Count == 0 ? clean : Word().Replace(
            clean, word => !word.Value.StartsWith('[') && known.Contains(TextNormalizer.Fold(word.Value)) ? "[name]" : word.Value);
    }

    /// <summary>Whether anything but placeholders is left that may mean something.</summary>
    public static bool HasWords(string redacted) => Word().Matches(redacted).Any(word => word.Length > 1 && !word.Value.StartsWith('['));

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\[[a-z]+\]|\p{L}+", Loose)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\w.+%'-]+(?:@|\s@\s)[\w-]+(?:\.[\w-]+|\s\.\s[\w-]+)*", Loose)]
    private static partial Regex Email();

    /// <summary>mario (at) example.com, mario [chiocciola] example punto it</summary>
    [GeneratedRegex(@"[\w.+-]+\s?[(\[{]\s?(?:at|chiocciola|chiocciolina)\s?[)\]}]\s?[\w-]+(?:\.[\w-]+|\s(?:dot|punto)\s[\w-]+)*", Loose)]
    private static partial Regex SpelledEmail();

    /// <summary>mario punto rossi chiocciola example punto it, mario at example dot com</summary>
    [GeneratedRegex(
        @"[\w+-]+(?:\s?(?:\.|\b(?:dot|punto)\b)\s?[\w+-]+)*\s(?:at|chiocciola|chiocciolina)\s[\w-]+"
        + @"(?:\.[a-z]{2,}|\s(?:dot|punto)\s[\w-]+)+", Loose)]
    private static partial Regex SpokenEmail();

    [GeneratedRegex(
        @"\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|it|net|org|eu|me|co|uk|ie|de|fr|es|ch|at|nl|be|info|shop)\b(?:/\S*)?", Loose)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\w)@\w[\w.]*", Loose)]
    private static partial Regex Handle();

    [GeneratedRegex(
        @"\b[a-z]{2}\d{2}[a-z0-9]{10,30}\b|\b(?:[a-z]{2}|(?-i:[A-Z]{2}\s))\d{2}(?>[\s-]?(?=[a-z]{0,4}\d)[a-z0-9]{1,5}){3,9}\b", Loose)]
    private static partial Regex Iban();

    /// <summary>A shop's numbers of another kind: order 10432, ordine n. 2026-118.</summary>
    [GeneratedRegex(
        @"(?<=\b(?:ordine|ordini|order|orders)\s?(?:n[°ro]?\.?|no\.|num\.?|numero|number|[:#])?\s?)"
        + @"#?(?=[a-z0-9/-]*\d)[a-z0-9/-]{4,}", Loose)]
    private static partial Regex NumberedOrder();

    [GeneratedRegex(@"\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b", Loose)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\b(?:via|viale|v\.le|vicolo|vico|piazza|p\.?zza|p\.za|piazzale|piazzetta|corso|c\.so|largo|strada|contrada|borgo|lungomare|"
        + @"lungarno|lungotevere|calle|salita|traversa|localit[aà]|loc\.|frazione|fraz\.)\s+(?:[\p{L}\d'.]+\s+){0,5}?[\p{L}\d'.]+,?\s*"
        + @"(?:(?:n[°r]?\.?|numero|civico)\s*)?\d{1,4}(?:\s?[/-]\s?\w{1,3}|\s?[a-z])?\b", Loose)]
    private static partial Regex ItalianStreet();

    /// <summary>Without a number, when it is written as a name: via Garibaldi, Piazza della Scala.</summary>
    [GeneratedRegex(
        @"\b(?:[Vv]ia|[Vv]iale|[Vv]icolo|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Ll]argo|[Cc]ontrada)(?:\s(?:de[il]?|degli|dell[aeo]|dell'))?"
        + @"\s?\p{Lu}[\p{L}'.]+(?:\s\p{Lu}[\p{L}'.]+){0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalStreet();

    [GeneratedRegex(
        @"\b\d{1,5}[a-z]?,?\s+(?:[\p{L}'.]+\s+){1,4}?(?:street|st|road|rd|avenue|ave|lane|crescent|boulevard|blvd|terrace|gardens|mews|"
        + "(?-i:Way|Close|Park|Place|Green|Hill|Row|Walk|Drive|Court|Square|Grove|Quay))\\b\\.?", Loose)]
    private static partial Regex EnglishStreet();

    [GeneratedRegex(@"\b\p{L}+\s?(?:straße|strasse|str\.|weg|platz|allee|gasse|straat)\s*\d+(?:\s?[a-z])?\b", Loose)]
    private static partial Regex GermanStreet();

    [GeneratedRegex(
        @"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|chemin|all[eé]e|place|impasse|quai)(?:\s+[\p{L}'-]+){1,5}"
        + @"|\b(?:rue|rua|avenida|avda\.?|paseo|carrer)(?:\s+[\p{L}'.-]+){1,5}?,?\s*\d{1,4}\b", Loose)]
    private static partial Regex FrenchStreet();

    /// <summary>20121 Milano, 75001 Paris</summary>
    [GeneratedRegex(@"\b\d{4,5}\s+\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex City();

    [GeneratedRegex(
        @"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b|\b[a-z]\d[\dw]\s?(?=[a-z0-9]*\d)[a-z0-9]{4}\b|\b\d{4}\s?(?-i:[A-Z]{2})\b", Loose)]
    private static partial Regex Postcode();

    /// <summary>Letters and digits in one: tax codes, tracking numbers, user names. A measure (500grammi) is none.</summary>
    [GeneratedRegex(@"\b(?!\d{1,4}\p{L}+\b)(?=\w*\d)(?=\w*[a-z])\w{6,}(?:[-/]\w+)*", Loose)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\w)(?:\+\s?)?\(?\d(?:[\s./()-]{0,3}\d){6,}", Loose)]
    private static partial Regex Phone();

    private const string Digit =
        "(?:zero|uno|due|tre|quattro|cinque|sei|sette|otto|nove|doppio|one|two|three|four|five|six|seven|eight|nine|oh|double)";

    [GeneratedRegex(@"\b(?:" + Digit + @"[\s,.-]+){4,}" + Digit + @"\b", Loose)]
    private static partial Regex SpokenPhone();

    [GeneratedRegex(@"\d{5,}", Loose)]
    private static partial Regex LongNumber();

    [GeneratedRegex(
        @"(?<=\b(?:mi chiamo|il mio nome (?:e|è|e')|my name(?: i|')s|my name is|they call me|a nome(?: di)?|intestat[oa] a|name:|nome:|"
        + @"cognome:|surname:|signora?|sig\.(?:ra)?|sig\.na|dott\.(?:ssa)?|mr\.?|mrs\.?|ms\.?|miss)\s)[\p{L}'-]+(?:\s(?!(?:e|ed|and|ma|but|"
        + @"vorrei|cerco|ho|sto|non|per|con|di|da|in|il|la|lo|i|i'm|the|to|my|che|mi|can|where|dove|quando|is|are|was)\b)[\p{L}'-]+){0,2}",
        Loose)]
    private static partial Regex NameAfterWords();

    [GeneratedRegex(
        @"(?<=\b(?:[Ss]ono|[Qq]ui|[Ii]'m|[Ii] am|[Tt]his is|[Ii]t's|[Cc]iao|[Hh]i|[Hh]ello|[Ss]alve|[Bb]uongiorno),?\s)"
        + @"\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalNameAfterWords();

    [GeneratedRegex(
        @"(?<=(?:[Gg]razie|[Ss]aluti|[Tt]hanks|[Tt]hank you|[Rr]egards|[Cc]heers)[,.!]?\s)\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'.-]+){0,2}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    /// <summary>
    /// Any capital within a sentence: "per Maria Bianchi", "l'ha presa Colombo". Cities, brands and titles are lost with it, and an intent
    /// is understood without them.
    /// </summary>
    [GeneratedRegex(
        @"(?<=[\p{L}\d\],;:)'-]\s)\p{Lu}\p{Ll}[\p{L}'-]*(?:\s\p{Lu}\p{Ll}[\p{L}'-]*){0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();
}
