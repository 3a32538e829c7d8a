using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>How choices are listed, and what yes and no are called, in each language.</summary>
internal static class ChoiceWords
{
    private static readonly ChoiceFactoryOptions English = new(", ", " or ", ", or ", true);
    private static readonly ChoiceFactoryOptions Italian = new(", ", " o ", " o ", true);

    private static readonly (Choice Yes, Choice No) EnglishYesNo = (new("Yes"), new("No"));
    private static readonly (Choice Yes, Choice No) ItalianYesNo = (new("Sì"), new("No"));

    /// <summary>What a prompt was given for a locale: for "it-IT" by that name, else by the language alone.</summary>
    public static T ForLocale<T>(Dictionary<string, T> given, string locale, T otherwise)
    {
        if (given is null || string.IsNullOrEmpty(locale))
            return otherwise;
        foreach (var (name, value) in given)
        {
            if (string.Equals(name, locale, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        foreach (var (name, value) in given)
        {
            if (LanguageOf(name).Equals(LanguageOf(locale), StringComparison.OrdinalIgnoreCase))
                return value;
        }
        return otherwise;
    }

    public static ChoiceFactoryOptions Lists(SpokenLanguage language) => language == SpokenLanguage.Italian ? Italian : English;

    public static (Choice Yes, Choice No) YesNo(SpokenLanguage language) =>
        language == SpokenLanguage.Italian ? ItalianYesNo : EnglishYesNo;

    private static ReadOnlySpan<char> LanguageOf(string locale)
    {
        var end = locale.AsSpan().IndexOfAny('-', '_');
        return end < 0 ? locale : locale.AsSpan(0, end);
    }
}
