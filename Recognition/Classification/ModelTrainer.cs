using System.Numerics;
using CommerceBot.Recognition.Features;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Classification;

/// <summary>
/// Multinomial logistic regression by stochastic gradient descent with a rate of its own for every weight (AdaGrad); the mean of a few
/// such models, each of its own order of the sentences. One thread, orders that are fixed: the same files make the same model, bit for
/// bit, on every machine of one operating system.
/// </summary>
internal sealed class ModelTrainer
{
    /// <summary>Count up with every change of features or training: kept models of before are then trained again.</summary>
    public const int Version = 4;

    private readonly TrainingOptions _options;
    private readonly string[] _intents;
    private readonly string[] _languages;
    private readonly uint[] _features;
    private readonly int _width;
    private readonly float[] _weights;
    private readonly float[] _mean;
    private readonly float[] _squares;
    private readonly Example[] _examples;

    private ModelTrainer(IReadOnlyList<TrainingSentence> sentences, TrainingOptions options)
    {
        _options = options;
        _intents = [.. sentences.Select(one => one.Intent).Distinct().Order(StringComparer.Ordinal)];
        _languages = [.. sentences.Select(one => one.Language).Distinct().Order(StringComparer.Ordinal)];
        var tokens = sentences.Select(one => Read(one.Text)).ToArray();
        _features = Frequent(tokens);
        _width = LinearModel.WidthOf(_intents.Length + _languages.Length);
        _weights = new float[(_features.Length + 1) * _width];
        _squares = new float[_weights.Length];
        _mean = new float[_weights.Length];
        _examples = Examples(sentences, tokens);
    }

    private sealed record Example(int[] Rows, float[] Values, int Intent, int Language);

    /// <exception cref="ArgumentException">Fewer than two intents.</exception>
    public static LinearModel Train(IReadOnlyList<TrainingSentence> sentences, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(options);
        var trainer = new ModelTrainer(sentences, options);
        if (trainer._intents.Length < 2)
            throw new ArgumentException("A model needs sentences of two intents at least.", nameof(sentences));
        for (var order = 0; order < options.Orders; order++)
            trainer.Run(options.Seed + order);
        trainer.Sharpen();
        return new LinearModel(trainer._intents, trainer._languages, trainer._features, trainer._mean);
    }

    private static (string Clean, TextTokens Tokens) Read(string text)
    {
        var clean = TextNormalizer.Clean(text);
        return (clean, TextTokens.Of(clean));
    }

    /// <summary>
    /// The features of enough sentences, sorted. A word of one sentence alone is an unknown one already here, as it
    /// will be later.
    /// </summary>
    private uint[] Frequent((string Clean, TextTokens Tokens)[] tokens)
    {
        var words = new Dictionary<uint, int>();
        foreach (var (_, sentence) in tokens)
        foreach (
            var word in sentence
                .Items.Where(token => token.Kind == TokenKind.Word)
                .Select(token => FeatureExtractor.Number(token.Folded.Span))
                .Distinct())
            words[word] = words.GetValueOrDefault(word) + 1;
        var counts = new Dictionary<uint, int>();
        var features = new SentenceFeatures();
        var seen = new HashSet<uint>();
        foreach (var (clean, sentence) in tokens)
        {
            FeatureExtractor.Read(clean, sentence, word => words.GetValueOrDefault(word) >= _options.LeastSentences, features);
            seen.Clear();
            foreach (var feature in features.Words.Items)
                seen.Add(feature);
            foreach (var feature in features.Letters.Items)
                seen.Add(feature);
            foreach (var feature in seen)
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        return [.. counts.Where(one => one.Value >= _options.LeastSentences).Select(one => one.Key).Order()];
    }

    private Example[] Examples(IReadOnlyList<TrainingSentence> sentences, (string Clean, TextTokens Tokens)[] tokens)
    {
        var table = new FeatureTable(_features);
        var (features, rows) = (new SentenceFeatures(), new RowList());
        var examples = new Example[sentences.Count];
        for (var i = 0; i < examples.Length; i++)
        {
            FeatureExtractor.Read(tokens[i].Clean, tokens[i].Tokens, word => table.RowOf(word) > 0, features);
            rows.Fill(table, features);
            examples[i] = new Example(rows.Rows.ToArray(), rows.Values.ToArray(), Array.IndexOf(_intents, sentences[i].Intent),
                _intents.Length + Array.IndexOf(_languages, sentences[i].Language));
        }

        return examples;
    }

    private void Run(int seed)
    {
        Array.Clear(_weights);
        Array.Fill(_squares, 1e-3f);
        var random = new Random(seed);
        var order = Enumerable.Range(0, _examples.Length).ToArray();
        var scores = new float[_width];
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = _options.Rate * (1 - 0.9f * epoch / _options.Epochs);
            foreach (var i in order)
                Learn(_examples[i], scores, rate);
        }

        for (var i = 0; i < _mean.Length; i++)
            _mean[i] += _weights[i] / _options.Orders;
    }

    private void Sharpen()
    {
        for (var row = 0; row < _mean.Length; row += _width)
            foreach (ref var weight in _mean.AsSpan(row, _intents.Length))
                weight *= _options.Sharpness;
    }

    private void Learn(Example example, float[] scores, float rate)
    {
        LinearModel.Score(example.Rows, example.Values, _weights, _width, scores);
        LinearModel.Softmax(scores.AsSpan(0, _intents.Length));
        LinearModel.Softmax(scores.AsSpan(_intents.Length, _languages.Length));
        foreach (ref var score in scores.AsSpan(0, _intents.Length))
            score -= _options.Smoothing / _intents.Length;
        scores[example.Intent] -= 1 - _options.Smoothing;
        scores[example.Language] -= 1;
        var (decay, step) = (new Vector<float>(_options.Decay), new Vector<float>(rate));
        for (var i = 0; i < example.Rows.Length; i++)
        {
            var row = example.Rows[i] * _width;
            var value = new Vector<float>(example.Values[i]);
            for (var at = 0; at < _width; at += Vector<float>.Count)
            {
                var weights = _weights.AsSpan(row + at);
                var squares = _squares.AsSpan(row + at);
                var weight = new Vector<float>(weights);
                var slope = new Vector<float>(scores.AsSpan(at)) * value + decay * weight;
                var square = new Vector<float>(squares) + slope * slope;
                square.CopyTo(squares);
                (weight - step * slope / Vector.SquareRoot(square)).CopyTo(weights);
            }
        }
    }
}
