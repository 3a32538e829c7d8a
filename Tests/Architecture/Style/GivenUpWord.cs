using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture.Style;

/// <summary>A row of the glossary's last table: forms of a word, what the field says instead, and where the word may stay.</summary>
internal sealed partial record GivenUpWord(IReadOnlyList<string> Forms, string Instead, IReadOnlyList<string> MayStay)
{
    private readonly Regex _name = Any(
        "(?<=^|-)",
        Forms.Select(form => Regex.Escape(form).Replace(@"\ ", "-", StringComparison.Ordinal)), "(?=-|$)");

    private readonly Regex _prose = Any(
        @"(?<![\w-])", Forms.Select(form => Regex.Escape(form).Replace(@"\ ", "[ -]", StringComparison.Ordinal)), @"(?![\w-])");

    private readonly IReadOnlyList<string> _phrases = [.. MayStay.Where(stay => stay.StartsWith('"')).Select(stay => stay.Trim('"'))];

    /// <summary>Reads the table below the heading "Words that are not used".</summary>
    public static IReadOnlyList<GivenUpWord> Read(string glossary)
    {
        const string heading = "## Words that are not used";
        var table = glossary[(glossary.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..];
        return
        [
            .. from Match row in Row().Matches(table)
               where row.Groups["not"].Value is not ("not" or "---")
               select new GivenUpWord(List(row.Groups["not"].Value), row.Groups["but"].Value, List(row.Groups["stay"].Value)),
        ];
    }

    /// <summary>Whether a name in a file holds the word, as a part of its own: Lane in OrderLane and order_lane, not in planes.</summary>
    public bool IsIn(SourceFile file, string name) => !Allows("names", file) && _name.IsMatch(Without(Parts(name), "-"));

    /// <summary>Where the word stands in a comment or page of a file.</summary>
    public IEnumerable<Match> In(SourceFile file, string prose) =>
        Allows("prose", file) ? [] : _prose.Matches(Without(prose, " "));

    private bool Allows(string kind, SourceFile file) =>
        MayStay.Contains(kind) || MayStay.Any(stay => IsPlace(stay) && file.Path.StartsWith(stay, StringComparison.Ordinal));

    private static bool IsPlace(string stay) => stay.Contains('/') || stay.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>The same text, with allowed phrases blanked out and every other sign at its place.</summary>
    private string Without(string text, string blank) => _phrases.Aggregate(text, (left, phrase) => left.Replace(
        phrase.Replace(" ", blank, StringComparison.Ordinal), new string('_', phrase.Length), StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of a name, small and with hyphens between: <c>_orderLanes</c> is <c>order-lanes</c>.</summary>
    private static string Parts(string name) => string.Join('-', Part().Matches(name).Select(part => part.Value)).ToLowerInvariant();

    private static Regex Any(string before, IEnumerable<string> forms, string after) =>
        new($"{before}(?:{string.Join('|', forms)}){after}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static IReadOnlyList<string> List(string cell) =>
        [.. cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => item.Trim('`'))];

    [GeneratedRegex(@"^\| (?<not>[^|]+?) \| (?<but>[^|]+?) \|(?<stay>[^|\n]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Part();
}
