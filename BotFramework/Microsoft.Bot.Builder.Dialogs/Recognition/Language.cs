namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>The languages in which prompts understand words.</summary>
internal enum SpokenLanguage
{
    English,
    Italian,
}

internal static class Language
{
    /// <summary>Italian for "it", "it-IT", "it_IT"; English for every other locale, and for none.</summary>
    public static SpokenLanguage Of(string locale) =>
        locale is not null
        && locale.StartsWith("it", StringComparison.OrdinalIgnoreCase)
        && (locale.Length == 2 || !char.IsLetter(locale[2]))
            ? SpokenLanguage.Italian
            : SpokenLanguage.English;

    /// <summary>
    /// The locale of an answer: what the options say, else the activity's, else the prompt's own. Null when none is
    /// given.
    /// </summary>
    public static string LocaleOfAnswer(PromptOptions options, ITurnContext turnContext, string defaultLocale) =>
        FirstGiven(options?.RecognizeLanguage, turnContext.Activity.Locale, defaultLocale);

    private static string FirstGiven(params ReadOnlySpan<string> locales)
    {
        foreach (var locale in locales)
        {
            if (!string.IsNullOrEmpty(locale))
                return locale;
        }
        return null;
    }
}
