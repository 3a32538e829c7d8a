using System.Runtime.InteropServices;
using CommerceBot.Catalog.Search;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Decision;

/// <summary>What the model says of the whole and of the parts of a sentence, made into one answer.</summary>
internal sealed class IntentDecision(IntentClassifier classifier)
{
    /// <summary>A part of fewer words is no wish of its own.</summary>
    private const int FewestWords = 2;

    private readonly record struct Parts(Range First, RankedIntent FirstIntent, Range Next, RankedIntent NextIntent)
    {
        public double Score => Math.Min(FirstIntent.Score, NextIntent.Score);
    }

    /// <param name="clean">As <see cref="TextNormalizer.Clean"/> makes it.</param>
    public Decided Decide(string clean, RecognitionContext context)
    {
        var whole = classifier.Classify(clean, context);
        var (text, second) = (clean, default(SegmentIntent));
        if (BestParts(clean, whole, context) is { } parts)
            (text, second) = Order(clean, whole, parts);
        else
            PreferSafety(whole);
        if (whole.Top.Intent is Intent.Search or Intent.BrowseCategory && HasPrice(text, whole))
            whole.Raise(Intent.PriceFilter);
        return new Decided(whole, text, second, IsConfident(whole));
    }

    /// <summary>The parts that are surest both, when each asks for something else and the whole asks for one of them.</summary>
    private Parts? BestParts(string clean, Prediction whole, RecognitionContext context)
    {
        Parts? best = null;
        foreach (var (first, next) in UtteranceSplitter.Split(clean, whole.Tokens))
        {
            if (!IsLongEnough(whole.Tokens, first) || !IsLongEnough(whole.Tokens, next))
                continue;
            var parts = new Parts(first, classifier.Top(clean, whole.Tokens, first, context), next, classifier.Top(clean, whole.Tokens, next, context));
            if (parts.Score >= Thresholds.Segment && parts.Score > (best?.Score ?? 0) && AreTwoWishes(whole, parts.FirstIntent.Intent, parts.NextIntent.Intent))
                best = parts;
        }

        return best;
    }

    private static bool AreTwoWishes(Prediction whole, Intent first, Intent next) =>
        first != next && !IntentSet.Talk.Contains(first) && !IntentSet.Talk.Contains(next) && (whole.Top.Intent == first || whole.Top.Intent == next);

    private static bool IsLongEnough(TextTokens tokens, Range part)
    {
        var words = 0;
        foreach (var token in CollectionsMarshal.AsSpan(tokens.Items)[part])
            words += token.Kind == TokenKind.Word ? 1 : 0;
        return words >= FewestWords;
    }

    /// <summary>The first wish first, unless the other is one that must not wait.</summary>
    private static (string Text, SegmentIntent Second) Order(string clean, Prediction whole, Parts parts)
    {
        var isTurned = IntentSet.Safety.Contains(parts.NextIntent.Intent) && !IntentSet.Safety.Contains(parts.FirstIntent.Intent);
        var (first, next) = (UtteranceSplitter.TextOf(clean, whole.Tokens, parts.First), UtteranceSplitter.TextOf(clean, whole.Tokens, parts.Next));
        whole.Raise(isTurned ? parts.NextIntent.Intent : parts.FirstIntent.Intent);
        return isTurned
            ? (next, new SegmentIntent(parts.FirstIntent.Intent, parts.FirstIntent.Score, first))
            : (first, new SegmentIntent(parts.NextIntent.Intent, parts.NextIntent.Score, next));
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

    /// <summary>A price's bound says how to look for goods, whatever they are. Only a sentence with a number or a currency can have one.</summary>
    private static bool HasPrice(string text, Prediction whole)
    {
        foreach (var token in whole.Tokens.Items)
            if (token.Kind == TokenKind.Number || token.Folded.Span is "\u20AC" or "$" or "\u00A3" or "euro" or "eur" or "euros" or "quid")
                return ProductQueryParser.Parse(text, whole.Language) is { AtLeast: not null } or { AtMost: not null };
        return false;
    }

    private static bool IsConfident(Prediction whole) =>
        whole.Top.Score >= Thresholds.Confident && !(whole.Top.Intent == Intent.Search && whole.Of(IntentSet.Safety) >= Thresholds.SafetyDoubt);
}

/// <param name="Whole">The intents of the sentence, put into their final order.</param>
/// <param name="Text">The part of the first wish; the whole sentence when there is one wish.</param>
internal sealed record Decided(Prediction Whole, string Text, SegmentIntent? Second, bool IsConfident);
