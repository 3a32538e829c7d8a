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

    public RankedIntent Top => Intents[0];

    public double Of(Intent intent)
    {
        foreach (var one in Intents)
            if (one.Intent == intent)
                return one.Score;
        return 0;
    }

    public double Of(IntentSet intents)
    {
        var sum = 0.0;
        foreach (var one in Intents)
            if (intents.Contains(one.Intent))
                sum += one.Score;
        return sum;
    }

    /// <summary>Puts an intent first, with at least the score of the one that was.</summary>
    public void Raise(Intent intent)
    {
        var (from, best) = (Array.FindIndex(Intents, one => one.Intent == intent), Intents[0]);
        if (from <= 0)
            return;
        (Intents[0], Intents[from]) = (new RankedIntent(intent, best.Score), new RankedIntent(best.Intent, Intents[from].Score));
        Array.Sort(Intents, 1, Intents.Length - 1, ByScore.Instance);
    }

    private void Sort() => Array.Sort(Intents, ByScore.Instance);

    private sealed class ByScore : IComparer<RankedIntent>
    {
        public static readonly ByScore Instance = new();

        public int Compare(RankedIntent x, RankedIntent y) => y.Score.CompareTo(x.Score) is not 0 and var order ? order : x.Intent.CompareTo(y.Intent);
    }
}
