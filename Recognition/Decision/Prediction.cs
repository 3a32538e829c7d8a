using CommerceBot.Catalog;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Decision;

/// <summary>What the model says of a sentence or a part of one.</summary>
internal sealed class Prediction
{
    public Prediction(ReadOnlySpan<Intent> intents, ReadOnlySpan<float> scores, Language language, TextTokens tokens)
    {
        (Language, Tokens) = (language, tokens);
        Intents = new RankedIntent[intents.Length];
        for (var i = 0; i < intents.Length; i++)
            Intents[i] = new RankedIntent(intents[i], scores[i]);
        Sort();
    }

    /// <summary>The likeliest first.</summary>
    public RankedIntent[] Intents { get; }

    public Language Language { get; }

    public TextTokens Tokens { get; }

    /// <summary>See <see cref="RecognizedUtterance.KnownShare"/>.</summary>
    public double KnownShare { get; init; }

    public RankedIntent Top => Intents[0];

    /// <summary>Where an intent stands; -1 when the model does not know it.</summary>
    public int IndexOf(Intent intent) => Array.FindIndex(Intents, one => one.Intent == intent);

    /// <summary>Moves an intent up to a place. The scores stay in their order: it takes the score of the one that stood there.</summary>
    public void Raise(int from, int to)
    {
        if (from <= to)
            return;
        var intent = Intents[from].Intent;
        for (var at = from; at > to; at--)
            Intents[at] = Intents[at] with { Intent = Intents[at - 1].Intent };
        Intents[to] = Intents[to] with { Intent = intent };
    }

    private void Sort() => Array.Sort(Intents, ByScore.Instance);

    private sealed class ByScore : IComparer<RankedIntent>
    {
        public static readonly ByScore Instance = new();

        public int Compare(RankedIntent x, RankedIntent y) =>
            y.Score.CompareTo(x.Score) is not 0 and var order ? order : x.Intent.CompareTo(y.Intent);
    }
}
