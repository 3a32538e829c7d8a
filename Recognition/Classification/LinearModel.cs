using System.Numerics;
using CommerceBot.Recognition.Features;

namespace CommerceBot.Recognition.Classification;

/// <summary>
/// A weight of every known feature for every intent, and for every language. Read only: any number of threads may ask at once.
/// </summary>
internal sealed class LinearModel
{
    private readonly FeatureTable _table;
    private readonly float[] _weights;

    /// <param name="features">Their numbers; row 0 is the constant one, the others follow in this order.</param>
    /// <param name="weights">A row of <see cref="Width"/> for each: the intents first, then the languages, then nothing.</param>
    public LinearModel(IReadOnlyList<string> intents, IReadOnlyList<string> languages, uint[] features, float[] weights)
    {
        (Intents, Languages, Features) = (intents, languages, features);
        Width = WidthOf(intents.Count + languages.Count);
        if (weights.Length != (features.Length + 1) * Width)
            throw new ArgumentException(
                $"{features.Length} features need {(features.Length + 1) * Width} weights, and there are {weights.Length}.", nameof(weights)
            );
        _weights = weights;
        _table = new FeatureTable(features);
    }

    public IReadOnlyList<string> Intents { get; }

    public IReadOnlyList<string> Languages { get; }

    public uint[] Features { get; }

    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>How many numbers a row of weights has: a multiple of what a processor adds up at once, the same on all.</summary>
    public int Width { get; }

    public static int WidthOf(int outputs) => (outputs + 15) / 16 * 16;

    public bool Knows(uint feature) => _table.RowOf(feature) > 0;

    /// <summary>The rows of a sentence's known features and how much each counts, sorted, the constant row first.</summary>
    public void Rows(SentenceFeatures features, RowList rows) => rows.Fill(_table, features);

    /// <summary>What speaks for every intent and language, before it is made a probability.</summary>
    /// <param name="scores">At least <see cref="Width"/> long.</param>
    public void Score(RowList rows, Span<float> scores) => Score(rows.Rows, rows.Values, _weights, Width, scores);

    public static void Score(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, ReadOnlySpan<float> weights, int width, Span<float> scores)
    {
        scores[..width].Clear();
        for (var i = 0; i < rows.Length; i++)
        {
            var row = weights.Slice(rows[i] * width, width);
            var value = new Vector<float>(values[i]);
            for (var at = 0; at < width; at += Vector<float>.Count)
                (new Vector<float>(scores[at..]) + value * new Vector<float>(row[at..])).CopyTo(scores[at..]);
        }
    }

    /// <summary>Makes scores into probabilities that sum to one.</summary>
    public static void Softmax(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = 0f;
        for (var at = 0; at < scores.Length; at++)
            sum += scores[at] = MathF.Exp(scores[at] - most);
        for (var at = 0; at < scores.Length; at++)
            scores[at] /= sum;
    }
}
