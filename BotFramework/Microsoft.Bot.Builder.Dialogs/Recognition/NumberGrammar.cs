namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>
/// The words of numbers in one language, without case and accents. The parsers hold the rules, which are the same in
/// both languages; a further language is a further grammar.
/// </summary>
internal sealed class NumberGrammar
{
    /// <summary>The value of a word for a whole number: "twelve", "duemilatrecento".</summary>
    public required Func<string, decimal?> Cardinal { get; init; }

    /// <summary>The value of a word for a position: "fourth", "quarta".</summary>
    public required Func<string, decimal?> Ordinal { get; init; }

    /// <summary>The value of a word for a part, and whether it stands for several: "quarters" is 4, several.</summary>
    public required Func<string, (decimal Value, bool IsPlural)?> Denominator { get; init; }

    /// <summary>What multiplies the number before it: "hundred", "mila".</summary>
    public required IReadOnlyDictionary<string, decimal> Scales { get; init; }

    /// <summary>Amounts that take an article: "un paio", "a dozen". They multiply too: "due dozzine".</summary>
    public required IReadOnlyDictionary<string, decimal> Collections { get; init; }

    public required HashSet<string> Articles { get; init; }

    /// <summary>In Italian "un" is one; in English "a" only stands before what it counts.</summary>
    public required bool ArticleIsOne { get; init; }

    public required HashSet<string> And { get; init; }

    public required HashSet<string> Of { get; init; }

    public required HashSet<string> Half { get; init; }

    public required HashSet<string> Point { get; init; }

    public required HashSet<string> Minus { get; init; }

    /// <summary>"Percent" changes no value. Each entry is a sequence of words.</summary>
    public required string[][] Percent { get; init; }

    /// <summary>After these, a word for one points at something: "this one".</summary>
    public required HashSet<string> Pointing { get; init; }

    /// <summary>Words that say nothing about the number: "solo una, grazie".</summary>
    public required HashSet<string> Fillers { get; init; }

    /// <summary>After an article, these count nothing: "un attimo".</summary>
    public required HashSet<string> Uncounted { get; init; }

    public static NumberGrammar For(SpokenLanguage language) =>
        language == SpokenLanguage.Italian ? ItalianGrammar.Instance : EnglishGrammar.Instance;
}
