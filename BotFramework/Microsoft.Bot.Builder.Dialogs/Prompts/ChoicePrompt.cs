using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognition;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Takes one of the choices in its options: by its words, its number or its place in the list.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> _choiceDefaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">How choices are listed, by locale, where the built-in Italian and English do not serve.</param>
    public ChoicePrompt(string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        _choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var locale = Language.LocaleOfAnswer(null, turnContext, DefaultLocale);
        var listing = ChoiceOptions ?? ChoiceWords.ForLocale(_choiceDefaults, locale, ChoiceWords.Lists(Language.Of(locale)));
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(question, activity.ChannelId, options.Choices ?? [], options.Style ?? Style, listing, activity.Conversation?.ConversationType, null, cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
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
