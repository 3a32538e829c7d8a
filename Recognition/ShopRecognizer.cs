using CommerceBot.Catalog;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Decision;
using CommerceBot.Recognition.Entities;
using CommerceBot.Recognition.Text;
using Microsoft.Bot.Builder;

namespace CommerceBot.Recognition;

/// <summary>
/// Understands what a shopper writes: a model trained on the sentences of <c>Utterances/</c> for what is meant, rules for numbers and
/// names. Safe for any number of threads; takes some 50 microseconds a sentence and waits for nothing.
/// </summary>
public sealed class ShopRecognizer : IRecognizer
{
    private volatile IntentDecision _decision;
    private readonly ICatalogVocabulary? _vocabulary;

    /// <param name="vocabulary">Words of what this shop sells, for sentences that come without a context of their own.</param>
    internal ShopRecognizer(LinearModel model, ICatalogVocabulary? vocabulary = null)
    {
        _decision = new IntentDecision(new IntentClassifier(model));
        _vocabulary = vocabulary;
    }

    /// <summary>From the next sentence on this model decides.</summary>
    internal void Use(LinearModel model) => _decision = new IntentDecision(new IntentClassifier(model));

    /// <summary>What a sentence means. Any text will do: without a word in it, it is <see cref="Intent.Gibberish"/>.</summary>
    public RecognizedUtterance Recognize(string text, RecognitionContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        context = context.Vocabulary is null && _vocabulary is not null ? context with { Vocabulary = _vocabulary } : context;
        var clean = TextNormalizer.Clean(text);
        var decided = _decision.Decide(clean, context);
        var whole = decided.Whole;
        return new RecognizedUtterance(clean, whole.Intents, whole.Language,
            () => EntityReader.Read(decided.Text, whole.Top.Intent, whole.Language, context.Categories ?? []))
        {
            IsConfident = decided.IsConfident,
            KnownShare = whole.KnownShare,
            Second = decided.Second,
        };
    }

    /// <summary>
    /// The same for a turn's message, in the Bot Framework's words: intents by their names (<c>order-status</c>), entities as JSON
    /// (<see cref="RecognitionJson"/>), <c>language</c>, <c>isConfident</c> and, when there is one, <c>second</c> in Properties.
    /// </summary>
    public Task<RecognizerResult> RecognizeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        cancellationToken.ThrowIfCancellationRequested();
        var activity = turnContext.Activity;
        var language = activity.Locale is { Length: >= 2 } locale ? new Language(locale[..2].ToLowerInvariant()) : (Language?)null;
        return Task.FromResult(RecognitionJson.ResultOf(Recognize(activity.Text ?? "", new RecognitionContext(language))));
    }

    /// <summary>The same, converted to a result of the caller's own type.</summary>
    public async Task<T> RecognizeAsync<T>(ITurnContext turnContext, CancellationToken cancellationToken)
        where T : IRecognizerConvert, new()
    {
        var result = new T();
        result.Convert(await RecognizeAsync(turnContext, cancellationToken));
        return result;
    }
}
