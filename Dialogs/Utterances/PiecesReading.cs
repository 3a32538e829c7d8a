using System.Globalization;
using System.Text.RegularExpressions;
using CommerceBot.Catalog;
using CommerceBot.Recognition;

namespace CommerceBot.Dialogs;

/// <summary>How many pieces an answer says.</summary>
/// <param name="Direction">1 on top of what is there, -1 off it, 0 the number itself.</param>
internal readonly record struct Pieces(long Value, int Direction);

/// <summary>
/// Reads "two", "due", "2 please", "3 pieces", "x4", "una dozzina", "uno in più" where it is asked how many. The one place where
/// dialogs read quantities.
/// </summary>
internal static partial class PiecesReading
{
    /// <summary>A sentence about something else may hold a number too.</summary>
    private const int MostWords = 6;

    /// <summary>With a word that may be a product's, only so many words are an answer.</summary>
    private const int FewWords = 3;

    /// <param name="plain">In plain signs (<see cref="Utterance.Plain"/>).</param>
    /// <param name="recognize">What a sentence means, read in a language.</param>
    public static Pieces? In(string plain, Language language, Func<string, Language, RecognizedUtterance> recognize)
    {
        var text = TimesBehind().Replace(TimesBefore().Replace(plain, "$1"), "$1").Trim();
        if (text.Length <= 6 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new Pieces(number, 0);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (words > MostWords || text.Contains('?', StringComparison.Ordinal))
            return null;
        Language[] languages = [language, .. Cards.Texts.Languages.Select(texts => texts.Language).Where(other => other != language)];
        foreach (var spoken in languages)
            if (In(text, words, spoken, recognize(text, spoken)) is { } pieces)
                return pieces;
        return null;
    }

    private static Pieces? In(string text, int words, Language language, RecognizedUtterance said)
    {
        var entities = said.Entities;
        if (entities.Quantity is { } quantity && (entities.Products.Terms.Count == 0 || words <= FewWords))
            return new Pieces(quantity, entities.QuantityDirection);
        return words <= FewWords
            && SpokenNumber.In(text, language) is { } value
            && value == decimal.Truncate(value)
            && Math.Abs(value) <= 1_000_000
                ? new Pieces((long)value, 0)
                : null;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[x×*] ?([0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimesBefore();

    [GeneratedRegex(@"([0-9]) ?[x×](?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimesBehind();
}
