using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognition;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Takes one of the choices in its options: by its words, its number or its place in the list.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> _choiceDefaults;

    /// <summary>As the longer constructor does, with the built-in words.</summary>
    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">How choices are listed, by locale, where the built-in Italian and English do not serve.</param>
    public ChoicePrompt(
        string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
    {
        _choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    /// <summary>How choices are shown, unless the options of the question say it.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The language of answers whose activity names none; null means English.</summary>
    public string DefaultLocale { get; set; }

    /// <summary>How choices are listed; null means as the language has it.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>How answers are compared; null means the defaults.</summary>
    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var locale = Language.LocaleOfAnswer(null, turnContext, DefaultLocale);
        var listing = ChoiceOptions ?? ChoiceWords.ForLocale(_choiceDefaults, locale, ChoiceWords.Lists(Language.Of(locale)));
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(
            question, activity.ChannelId, options.Choices ?? [], options.Style ?? Style, listing, activity.Conversation?.ConversationType,
            null, cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<FoundChoice>();
        if (turnContext.Activity is not { Type: ActivityTypes.Message, Text.Length: > 0 } message)
            return Task.FromResult(result);

        var found = ChoiceRecognizers.RecognizeChoices(message.Text, options.Choices ?? [], Search(options, turnContext));
        if (found.Count > 0)
        {
            result.Succeeded = true;
            result.Value = found[0].Resolution;
        }
        return Task.FromResult(result);
    }

    /// <summary>The prompt serves every shopper at once, so its own options are never written to.</summary>
    private FindChoicesOptions Search(PromptOptions options, ITurnContext turnContext)
    {
        var own = RecognizerOptions;
        return new FindChoicesOptions
        {
            Locale = own?.Locale ?? Language.LocaleOfAnswer(options, turnContext, DefaultLocale),
            AllowPartialMatches = own?.AllowPartialMatches ?? false,
            MaxTokenDistance = own?.MaxTokenDistance,
            Tokenizer = own?.Tokenizer,
            NoValue = own?.NoValue ?? false,
            NoAction = own?.NoAction ?? false,
            RecognizeNumbers = own?.RecognizeNumbers ?? true,
            RecognizeOrdinals = own?.RecognizeOrdinals ?? true,
        };
    }
}
