using System.Runtime.InteropServices;
using CommerceBot.Catalog;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Features;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Decision;

/// <summary>Asks the model. Safe for any number of threads: each has working memory of its own.</summary>
internal sealed class IntentClassifier
{
    [ThreadStatic]
    private static WorkingMemory? _memory;

    private readonly LinearModel _model;
    private readonly Intent[] _intents;
    private readonly Language[] _languages;
    private readonly Func<uint, bool> _knows;
    private readonly CatalogSignal _signal;

    public IntentClassifier(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _intents =
        [
            .. model.Intents.Select(name =>
                IntentNames.TryParse(name, out var intent)
                    ? intent
                    : throw new ArgumentException($"No intent is called '{name}'.", nameof(model))),
        ];
        _languages = [.. model.Languages.Select(code => new Language(code))];
        _knows = model.Knows;
        _signal = new CatalogSignal(_intents, _knows);
    }

    private sealed class WorkingMemory
    {
        public SentenceFeatures Features { get; } = new();

        public RowList Rows { get; } = new();

        public float[] Scores { get; set; } = [];
    }

    /// <summary>All of what the model says of a sentence.</summary>
    /// <param name="clean">As <see cref="TextNormalizer.Clean"/> makes it.</param>
    public Prediction Classify(string clean, RecognitionContext context)
    {
        var tokens = TextTokens.Of(clean);
        var scores = Score(clean, tokens, .., context, out var language);
        return new Prediction(_intents, scores, language, tokens) { KnownShare = KnownShare(tokens) };
    }

    private double KnownShare(TextTokens tokens)
    {
        var (words, known) = (0, 0);
        foreach (var token in CollectionsMarshal.AsSpan(tokens.Items))
            if (token.Kind == TokenKind.Word)
                (words, known) = (words + 1, known + (_model.Knows(FeatureExtractor.Number(token.Folded.Span)) ? 1 : 0));
        return words == 0 ? 0 : (double)known / words;
    }

    /// <summary>The likeliest intent of some of a sentence's tokens, as if they stood alone; costs no memory.</summary>
    public RankedIntent Top(string clean, TextTokens tokens, Range part, RecognitionContext context)
    {
        var scores = Score(clean, tokens, part, context, out _);
        var best = 0;
        for (var at = 1; at < scores.Length; at++)
            best = scores[at] > scores[best] ? at : best;
        return new RankedIntent(_intents[best], scores[best]);
    }

    private Span<float> Score(string clean, TextTokens tokens, Range part, RecognitionContext context, out Language language)
    {
        var memory = _memory ??= new WorkingMemory();
        if (memory.Scores.Length < _model.Width)
            memory.Scores = new float[_model.Width];
        FeatureExtractor.Read(clean, tokens, part, _knows, memory.Features);
        _model.Rows(memory.Features, memory.Rows);
        _model.Score(memory.Rows, memory.Scores);
        var intents = memory.Scores.AsSpan(0, _intents.Length);
        var languages = memory.Scores.AsSpan(_intents.Length, _languages.Length);
        LinearModel.Softmax(languages);
        language = Best(languages, context.Language);
        if (context.Vocabulary is { } vocabulary)
            _signal.Apply(tokens, part, vocabulary, language, intents);
        LinearModel.Softmax(intents);
        return intents;
    }

    /// <summary>The sentence's language, unless it could be either: then the conversation's.</summary>
    private Language Best(ReadOnlySpan<float> languages, Language? conversation)
    {
        const float Clear = 0.85f;
        var best = 0;
        for (var at = 1; at < languages.Length; at++)
            best = languages[at] > languages[best] ? at : best;
        return conversation is { } spoken && languages[best] < Clear ? spoken : _languages[best];
    }
}
