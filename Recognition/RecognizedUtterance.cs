using CommerceBot.Catalog;
using CommerceBot.Recognition.Entities;

namespace CommerceBot.Recognition;

/// <summary>An intent and how likely it is, from 0 to 1.</summary>
public readonly record struct RankedIntent(Intent Intent, double Score);

/// <summary>The intent of a part of a sentence, with the words that say it.</summary>
public sealed record SegmentIntent(Intent Intent, double Score, string Text);

/// <summary>What a sentence means.</summary>
public sealed class RecognizedUtterance
{
    private readonly Lazy<UtteranceEntities> _entities;

    internal RecognizedUtterance(string text, IReadOnlyList<RankedIntent> intents, Language language, Func<UtteranceEntities> entities)
    {
        (Text, Intents, Language) = (text, intents, language);
        _entities = new Lazy<UtteranceEntities>(entities, LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>
    /// The sentence in plain signs (<see cref="CommerceBot.Recognition.Text.TextNormalizer.Clean"/>); of two intents the
    /// whole of it.
    /// </summary>
    public string Text { get; }

    /// <summary>All intents, the likeliest first; their scores sum to one.</summary>
    public IReadOnlyList<RankedIntent> Intents { get; }

    /// <summary>The likeliest; <see cref="IsConfident"/> says whether to act on it.</summary>
    public Intent TopIntent => Intents[0].Intent;

    /// <summary>Of <see cref="TopIntent"/>, 0 to 1.</summary>
    public double Score => Intents[0].Score;

    /// <summary>When false, ask which of the first two of <see cref="Intents"/> is meant.</summary>
    public bool IsConfident { get; internal init; }

    /// <summary>
    /// Which part of its words the training sentences held, 0 to 1. Names of people, towns and streets are mostly words that nobody
    /// trained, and their intent is a guess by letters.
    /// </summary>
    public double KnownShare { get; internal init; }

    /// <summary>Another intent of the same sentence, to be met after the first; null when there is but one.</summary>
    public SegmentIntent? Second { get; internal init; }

    /// <summary>The sentence's language where it is clear, else the conversation's.</summary>
    public Language Language { get; }

    /// <summary>
    /// Numbers, products, filters and names in the sentence, read when first asked for; of two intents, those of the
    /// first.
    /// </summary>
    public UtteranceEntities Entities => _entities.Value;
}
