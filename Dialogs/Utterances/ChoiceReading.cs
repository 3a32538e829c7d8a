using System.Text.RegularExpressions;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace CommerceBot.Dialogs;

/// <summary>
/// Which of a few choices a shopper means: by its words ("quello blu"), by another word for it ("rossa", "large"), by a number in it
/// ("250"), or by its place ("the second", "l'ultima", "2"). The one place where dialogs read choices.
/// </summary>
internal static partial class ChoiceReading
{
    /// <summary>A longer sentence says something else, whichever words are in it.</summary>
    private const int MostWords = 6;

    /// <summary>Letters that are a size have no endings.</summary>
    private const int ShortestInflected = 2;

    /// <summary>How the catalogue's search calls the sizes of clothes, and what stands on a label.</summary>
    private static readonly Dictionary<string, string> SizeLetters = new()
    {
        ["s"] = "small", ["m"] = "medium", ["l"] = "large", ["xl"] = "xl",
    };

    /// <summary>The place of the choice from 0; null when none is meant, or more than one.</summary>
    /// <param name="plain">In plain signs (<see cref="Utterance.Plain"/>).</param>
    /// <param name="withPlaces">Whether the place in the list counts too.</param>
    public static int? Of(string plain, IReadOnlyList<string> choices, Language language, bool withPlaces = true)
    {
        var folded = IntentPhrases.Fold(plain);
        if (Only(choices, choice => IntentPhrases.Fold(choice) == folded) is { } whole)
            return whole;
        var words = Words(plain);
        if (words.Count is 0 or > MostWords || plain.Contains('?', StringComparison.Ordinal))
            return null;
        return Named(words, choices)
            ?? Alike(words, Elision().Replace(plain, ""), choices, language)
            ?? Only(choices, choice => Numbers(words).Any(number => Numbers(Words(choice)).Contains(number)))
            ?? (withPlaces ? Placed(plain, choices, language) : null);
    }

    /// <summary>The one whose words stand in the text; of "Blu" and "Blu notte" the longer.</summary>
    private static int? Named(List<string> words, IReadOnlyList<string> choices)
    {
        var text = $" {string.Join(' ', words)} ";
        var named = Enumerable.Range(0, choices.Count)
            .Where(at => IntentPhrases.Fold(choices[at]) is { Length: > 0 } folded
                && text.Contains($" {folded} ", StringComparison.Ordinal))
            .ToList();
        var longest = named.Where(at => !named.Exists(other => other != at && Holds(choices[other], choices[at]))).ToList();
        return longest is [var one] ? one : null;
    }

    private static bool Holds(string longer, string shorter) =>
        $" {IntentPhrases.Fold(longer)} ".Contains($" {IntentPhrases.Fold(shorter)} ", StringComparison.Ordinal);

    /// <summary>The same word with another ending, or another word for the same colour, size or material, in any language.</summary>
    private static int? Alike(List<string> words, string bare, IReadOnlyList<string> choices, Language language)
    {
        var stems = SearchText.Stems(bare);
        if (Only(choices, choice => choice.Length > ShortestInflected && SearchText.Stems(choice) is { Count: > 0 } own
                && own.All(stems.Contains)) is { } inflected)
            return inflected;
        var text = string.Join(' ', words);
        Language[] languages = [language, .. Cards.Texts.Languages.Select(texts => texts.Language).Where(other => other != language)];
        var said = languages.SelectMany(spoken => Properties(text, spoken)).ToHashSet();
        return said.Count == 0 ? null : Only(choices, choice =>
            IsSize(choice, said) || languages.Any(spoken => Properties(choice, spoken).Any(said.Contains)));
    }

    private static bool IsSize(string choice, HashSet<(PropertyKind, string)> said) =>
        SizeLetters.TryGetValue(IntentPhrases.Fold(choice), out var size) && said.Contains((PropertyKind.Size, size));

    private static IEnumerable<(PropertyKind, string)> Properties(string text, Language language) =>
        ProductQueryParser.Parse(text, language).Wanted
            .Where(property => property.Kind is PropertyKind.Colour or PropertyKind.Size or PropertyKind.Material)
            .Select(property => (property.Kind, property.Value.ToLowerInvariant()));

    /// <summary>A number alone is a place only where the choices are no numbers themselves.</summary>
    private static int? Placed(string plain, IReadOnlyList<string> choices, Language language)
    {
        var options = new FindChoicesOptions
        {
            Locale = language.Code,
            NoValue = true,
            RecognizeNumbers = !choices.Any(choice => Numbers(Words(choice)).Any()),
        };
        return ChoiceRecognizers.RecognizeChoices(plain, choices.ToList(), options) is [{ Resolution.Index: var at }] ? at : null;
    }

    private static int? Only(IReadOnlyList<string> choices, Func<string, bool> fits) =>
        Enumerable.Range(0, choices.Count).Where(at => fits(choices[at])).Take(2).ToList() is [var one] ? one : null;

    private static List<string> Words(string text) =>
        [.. Word().Matches(text).Select(match => IntentPhrases.Fold(match.Value.Replace("'", "", StringComparison.Ordinal)))];

    private static IEnumerable<string> Numbers(IEnumerable<string> words) => words.Where(word => word.Any(char.IsAsciiDigit));

    /// <summary>"l'altra" and "it's" are one word each: no letter of theirs is a size.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<!\p{L})\p{L}{1,5}'(?=\p{L}{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Elision();
}
