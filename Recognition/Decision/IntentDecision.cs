using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;

using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Decision;

/// <summary>What the model says of the whole and of the parts of a sentence, made into one answer.</summary>
internal sealed class IntentDecision(IntentClassifier classifier)
{
    /// <summary>A part of fewer words is no wish of its own.</summary>
    private const int FewestWords = 2;

    private sealed record Parts(string FirstText, Prediction First, string NextText, Prediction Next)
    {
        public double Score => Math.Min(First.Top.Score, Next.Top.Score);
    }

    /// <param name="clean">As <see cref="TextNormalizer.Clean"/> makes it.</param>
    public Decided Decide(string clean, RecognitionContext context)
    {
        var whole = classifier.Classify(clean, context);
        var parts = BestParts(clean, whole, context);
        var (text, second) = (clean, default(SegmentIntent));
        if (parts is not null && parts.First.Top.Intent != parts.Next.Top.Intent)
            (text, second) = Order(whole, parts);
        else if (second is null)
            PreferSafety(whole);
        if (whole.Top.Intent is Intent.Search or Intent.BrowseCategory && HasPrice(text, whole.Language))
            whole.Raise(Intent.PriceFilter);
        return new Decided(whole, text, second, IsConfident(whole));
    }

    /// <summary>The parts that are surest both, when each asks for something and the whole asks for one of them.</summary>
    private Parts? BestParts(string clean, Prediction whole, RecognitionContext context)
    {
        Parts? best = null;
        foreach (var (first, next) in UtteranceSplitter.Split(clean, whole.Tokens))
        {
            var parts = new Parts(first, classifier.Classify(first, context), next, classifier.Classify(next, context));
            if (parts.Score >= Thresholds.Segment && parts.Score > (best?.Score ?? 0) && Asks(parts.First) && Asks(parts.Next)
                && (whole.Top.Intent == parts.First.Top.Intent || whole.Top.Intent == parts.Next.Top.Intent))
                best = parts;
        }

        return best;
    }

    private static bool Asks(Prediction part) =>
        !IntentSet.Talk.Contains(part.Top.Intent) && part.Tokens.Items.Count(token => token.Kind == TokenKind.Word) >= FewestWords;

    /// <summary>The first wish first, unless the other is one that must not wait.</summary>
    private static (string Text, SegmentIntent Second) Order(Prediction whole, Parts parts)
    {
        var isTurned = IntentSet.Safety.Contains(parts.Next.Top.Intent) && !IntentSet.Safety.Contains(parts.First.Top.Intent);
        var (text, first, otherText, other) = isTurned ? (parts.NextText, parts.Next, parts.FirstText, parts.First) : (parts.FirstText, parts.First, parts.NextText, parts.Next);
        whole.Raise(first.Top.Intent);
        return (text, new SegmentIntent(other.Top.Intent, other.Top.Score, otherText));
    }

    private static void PreferSafety(Prediction whole)
    {
        if (IntentSet.Safety.Contains(whole.Top.Intent))
            return;
        foreach (var one in whole.Intents)
            if (IntentSet.Safety.Contains(one.Intent))
            {
                if (one.Score >= Thresholds.Safety)
                    whole.Raise(one.Intent);
                return;
            }
    }

    /// <summary>A price's bound says how to look for goods, whatever they are.</summary>
    private static bool HasPrice(string text, Language language) =>
        ProductQueryParser.Parse(text, language) is { AtLeast: not null } or { AtMost: not null } or { Sort: not ProductSort.Relevance };

    private static bool IsConfident(Prediction whole) =>
        whole.Top.Score >= Thresholds.Confident && !(whole.Top.Intent == Intent.Search && whole.Of(IntentSet.Safety) >= Thresholds.SafetyDoubt);
}

/// <param name="Whole">The intents of the sentence, put into their final order.</param>
/// <param name="Text">The part of the first wish; the whole sentence when there is one wish.</param>
internal sealed record Decided(Prediction Whole, string Text, SegmentIntent? Second, bool IsConfident);
