using CommerceBot.Recognition;

namespace CommerceBot.Bench.Understanding;

/// <summary>A test sentence and what the recogniser made of it.</summary>
internal sealed record Judged(TestSentence Sentence, RecognizedUtterance Answer)
{
    public Intent Wanted => Sentence.Wanted[0];

    public bool IsRight => Sentence.Wanted.Contains(Answer.TopIntent);

    /// <summary>The right intent is acted on, is the other of two intents, or is one of the two that are asked about.</summary>
    public bool IsReached => IsRight || Answer.Second is { } second && Sentence.Wanted.Contains(second.Intent)
        || !Answer.IsConfident && Sentence.Wanted.Contains(Answer.Intents[1].Intent);
}

/// <summary>How well sentences were understood.</summary>
internal sealed class Judgement(IReadOnlyList<Judged> judged)
{
    /// <summary>Fewer sentences of an intent prove nothing.</summary>
    public const int FewestSentences = 8;

    /// <summary>What is answered with cards of goods.</summary>
    public static readonly Intent[] ShowsGoods =
        [
            Intent.Search, Intent.PriceFilter, Intent.GiftHelp, Intent.Offers, Intent.Bestsellers, Intent.BrowseCategory, Intent.CartAdd,
            Intent.ProductFact, Intent.Stock,
        ];

    public static readonly Intent[] Safety = [Intent.Person, Intent.CancelOrder, Intent.RefundReturn, Intent.Complaint];

    public IReadOnlyList<Judged> All => judged;

    public IEnumerable<string> Languages => judged.Select(one => one.Sentence.Language).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Shares from 0 to 1; of no sentence at all, 1.</summary>
    public double Accuracy(string language) => Share(judged.Where(one => one.Sentence.Language == language), one => one.IsRight);

    public double Recall(Intent intent) => Share(Of(intent), one => one.IsRight);

    public double Precision(Intent intent) => Share(judged.Where(one => one.Answer.TopIntent == intent), one => one.IsRight);

    public int Count(Intent intent) => Of(intent).Count();

    /// <summary>Of sentences about money, trouble or a person, how many end at one of those or ask about the right one.</summary>
    public double SafetyReached =>
        Share(judged.Where(one => Safety.Contains(one.Wanted)), one => one.IsReached || Safety.Contains(one.Answer.TopIntent));

    /// <summary>Sentences about money, trouble or a person that are answered with goods, without a question.</summary>
    public IReadOnlyList<Judged> SafetyAnsweredWithGoods =>
        [
            .. judged.Where(one => Safety.Contains(one.Wanted) && !one.IsReached && one.Answer.IsConfident
                && ShowsGoods.Contains(one.Answer.TopIntent)),
        ];

    /// <summary>Intents of at least <see cref="FewestSentences"/> sentences that are understood less often than a share.</summary>
    public IEnumerable<string> IntentsBelow(double share) => Enum.GetValues<Intent>()
        .Where(intent => Count(intent) >= FewestSentences && Recall(intent) < share)
        .Select(intent => FormattableString.Invariant($"{IntentNames.Of(intent)}: {Recall(intent):P0}"));

    public double SafetyRecall(Intent intent) => Share(Of(intent), one => one.IsReached);

    /// <summary>How many answers are sure, and how many of those are right.</summary>
    public (double Answered, double Right) Confident()
    {
        var sure = judged.Where(one => one.Answer.IsConfident).ToList();
        return ((double)sure.Count / judged.Count, Share(sure, one => one.IsRight));
    }

    public (double Answered, double Right) AtLeast(double score)
    {
        var sure = judged.Where(one => one.Answer.Score >= score).ToList();
        return ((double)sure.Count / judged.Count, Share(sure, one => one.IsRight));
    }

    /// <summary>Sentences of one intent that were taken for two.</summary>
    public double Split => Share(judged, one => one.Answer.Second is not null);

    public IEnumerable<(Intent Wanted, Intent Taken, int Count)> Confusions() => judged.Where(one => !one.IsRight)
        .GroupBy(one => (one.Wanted, one.Answer.TopIntent)).Select(group => (group.Key.Wanted, group.Key.TopIntent, group.Count()))
        .OrderByDescending(one => one.Item3).ThenBy(one => one.Wanted);

    private IEnumerable<Judged> Of(Intent intent) => judged.Where(one => one.Wanted == intent);

    private static double Share(IEnumerable<Judged> all, Func<Judged, bool> isSo)
    {
        var (count, so) = (0, 0);
        foreach (var one in all)
            (count, so) = (count + 1, so + (isSo(one) ? 1 : 0));
        return count == 0 ? 1 : (double)so / count;
    }
}
