using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>
/// What was said as a whole against names as a whole. A tap on a button says its words letter by letter, so "C#" must never
/// be taken for "C++", whose words are the same. The nearest spelling wins: letter by letter, then whatever the case, then
/// whatever the spaces too.
/// </summary>
internal static class ExactMatch
{
    private const string Punctuation = ".,;:!?()\"'\u2019\u00AB\u00BB";

    /// <summary>The value that the whole utterance names, or null.</summary>
    public static SortedValue Of(string utterance, IReadOnlyList<SortedValue> values, string locale)
    {
        if (string.IsNullOrWhiteSpace(utterance))
            return null;
        var said = Tidy(utterance);
        var culture = CultureOf(locale);
        return Nearest(values, name => string.Equals(name, utterance, StringComparison.Ordinal))
            ?? Nearest(values, name => string.Equals(name, utterance, StringComparison.OrdinalIgnoreCase))
            ?? Nearest(values, name => string.Equals(Tidy(name), said, StringComparison.Ordinal))
            ?? Nearest(values, name => string.Equals(Tidy(name), said, StringComparison.OrdinalIgnoreCase))
            ?? Nearest(values, name => culture.TextInfo.ToLower(Tidy(name)) == culture.TextInfo.ToLower(said));
    }

    /// <summary>True when the name stands in the utterance letter by letter, with nothing attached: "I'd like C#, please".</summary>
    public static bool Stands(string utterance, string name)
    {
        name = name.Trim();
        for (var at = 0; (at = utterance.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (IsEdge(utterance, at - 1, -1) && IsEdge(utterance, at + name.Length, 1))
                return true;
        }
        return false;
    }

    private static SortedValue Nearest(IReadOnlyList<SortedValue> values, Func<string, bool> isSaid) =>
        values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value.Value) && isSaid(value.Value));

    /// <summary>One space for many, one apostrophe for each kind, accents put together.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var sign in text.Trim())
        {
            var plain = char.IsWhiteSpace(sign) ? ' ' : sign is '\u2019' or '\u2018' ? '\'' : sign;
            if (plain != ' ' || tidy[^1] != ' ')
                tidy.Append(plain);
        }
        var single = tidy.ToString();
        // Half a surrogate pair has no normal form.
        return single.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 ? single : single.Normalize();
    }

    /// <summary>The end of the text, a space, or a punctuation mark that belongs to the sentence and not to a name.</summary>
    private static bool IsEdge(string text, int at, int step)
    {
        while (at >= 0 && at < text.Length && Punctuation.Contains(text[at], StringComparison.Ordinal))
            at += step;
        return at < 0 || at >= text.Length || char.IsWhiteSpace(text[at]);
    }

    private static CultureInfo CultureOf(string locale)
    {
        try
        {
            // Only predefined cultures: any other name would be kept in the process for ever.
            return string.IsNullOrEmpty(locale) ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
