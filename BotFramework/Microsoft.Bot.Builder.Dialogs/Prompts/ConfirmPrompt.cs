using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognition;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Takes yes or no. An answer that says both, or neither, is asked again.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Listing)> _choiceDefaults;

    /// <summary>As the longer constructor does, with the built-in words.</summary>
    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">The buttons and how they are listed, by locale, where the built-in Italian and
    /// English do not serve.</param>
    public ConfirmPrompt(
        string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
    {
        _choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    /// <summary>How the buttons are shown, unless the options of the question say it.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The language of answers whose activity names none; null means English.</summary>
    public string DefaultLocale { get; set; }

    /// <summary>How the buttons are listed; null means as the language has it.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>The buttons for yes and no, in this order.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var (yes, no, listing) = Buttons(Language.LocaleOfAnswer(null, turnContext, DefaultLocale));
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(
            question, activity.ChannelId,
            [yes, no],
            options.Style ?? Style, listing, activity.Conversation?.ConversationType, null, cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        if (turnContext.Activity is not { Type: ActivityTypes.Message, Text.Length: > 0 } message)
            return Task.FromResult(result);

        var locale = Language.LocaleOfAnswer(options, turnContext, DefaultLocale);
        if ((ByTap(message.Text, locale) ?? YesNo.In(message.Text, Language.Of(locale)) ?? ByButton(message.Text, locale)) is { } answer)
        {
            result.Succeeded = true;
            result.Value = answer;
        }
        return Task.FromResult(result);
    }

    /// <summary>A button's own words mean that button, whatever else they might say: "No, go on" may be the yes.</summary>
    private bool? ByTap(string text, string locale)
    {
        var (yes, no, _) = Buttons(locale);
        return Find.WholeChoice(text, [yes, no], new FindChoicesOptions { Locale = locale }) is { } index ? index == 0 : null;
    }

    /// <summary>
    /// The buttons have numbers when they were listed in the text, and may bear words of their own. The built-in ones bear
    /// none that was not weighed already: the "si" of "si può pagare?" is no button.
    /// </summary>
    private bool? ByButton(string text, string locale)
    {
        var (yes, no, listing) = Buttons(locale);
        var numbered = listing?.IncludeNumbers ?? true;
        var builtIn = ChoiceWords.YesNo(Language.Of(locale)) == (yes, no);
        var search = new FindChoicesOptions
        {
            Locale = locale,
            NoValue = builtIn,
            NoAction = builtIn,
            RecognizeNumbers = numbered,
            RecognizeOrdinals = numbered,
        };
        var found = ChoiceRecognizers.RecognizeChoices(text, [yes, no], search);
        return found.Count == 1 ? found[0].Resolution.Index == 0 : null;
    }

    private (Choice Yes, Choice No, ChoiceFactoryOptions Listing) Buttons(string locale)
    {
        var language = Language.Of(locale);
        var (builtInYes, builtInNo) = ChoiceWords.YesNo(language);
        var (yes, no, listing) = ChoiceWords.ForLocale(_choiceDefaults, locale, (builtInYes, builtInNo, ChoiceWords.Lists(language)));
        return (ConfirmChoices?.Item1 ?? yes, ConfirmChoices?.Item2 ?? no, ChoiceOptions ?? listing);
    }
}
