using System.Runtime.InteropServices;
using CommerceBot.Catalog.Search;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Decision;

/// <summary>What the model says of the whole and of the parts of a sentence, made into one answer.</summary>
internal sealed class IntentDecision(IntentClassifier classifier)
{
    /// <summary>A part of fewer words has no intent of its own.</summary>
    private const int FewestWords = 2;

    private readonly record struct Parts(Range First, RankedIntent FirstIntent, Range Next, RankedIntent NextIntent)
    {
        public double Score => Math.Min(FirstIntent.Score, NextIntent.Score);
    }

    /// <param name="clean">As <see cref="TextNormalizer.Clean"/> makes it.</param>
    public Decided Decide(string clean, RecognitionContext context)
    {
        var whole = classifier.Classify(clean, context);
        var (text, second, isDoubted) = (clean, default(SegmentIntent), false);
        if (BestParts(clean, whole, context) is { } parts)
            (text, second) = Order(clean, whole, parts);
        else
            isDoubted = PreferSafety(whole);
        if (whole.Top.Intent is Intent.Search or Intent.BrowseCategory && HasPrice(text, whole))
            whole.Raise(whole.IndexOf(Intent.PriceFilter), 0);
        return new Decided(whole, text, second, second is not null || !isDoubted && whole.Top.Score >= Thresholds.Confident);
    }

    /// <summary>The parts that are surest both, when each asks for something else and the whole asks for one of them.</summary>
    private Parts? BestParts(string clean, Prediction whole, RecognitionContext context)
    {
        Parts? best = null;
        foreach (var (first, next) in UtteranceSplitter.Split(clean, whole.Tokens))
        {
            if (!IsLongEnough(whole.Tokens, first) || !IsLongEnough(whole.Tokens, next))
                continue;
            var parts = new Parts(
                first, classifier.Top(clean, whole.Tokens, first, context), next, classifier.Top(clean, whole.Tokens, next, context));
            if (parts.Score >= Thresholds.Segment
                && parts.Score > (best?.Score ?? 0)
                && AreTwoIntents(whole, parts.FirstIntent.Intent, parts.NextIntent.Intent))
                best = parts;
        }

        return best;
    }

    private static bool AreTwoIntents(Prediction whole, Intent first, Intent next) =>
        first != next
        && !IntentSet.Conversation.Contains(first)
        && !IntentSet.Conversation.Contains(next)
        && (whole.Top.Intent == first || whole.Top.Intent == next);

    private static bool IsLongEnough(TextTokens tokens, Range part)
    {
        var words = 0;
        foreach (var token in CollectionsMarshal.AsSpan(tokens.Items)[part])
            words += token.Kind == TokenKind.Word ? 1 : 0;
        return words >= FewestWords;
    }

    /// <summary>
    /// The intent of the whole is the main one (what went wrong is often told first, and then what is wanted), unless words such as "and
    /// then" say what comes first. Who asks for a person does not wait.
    /// </summary>
    private static (string Text, SegmentIntent Second) Order(string clean, Prediction whole, Parts parts)
    {
        var (first, next) = (parts.FirstIntent, parts.NextIntent);
        var isMain = whole.Top.Intent == next.Intent && !UtteranceSplitter.SaysOrder(whole.Tokens, parts.First, parts.Next);
        var (text, other) = (
            UtteranceSplitter.TextOf(clean, whole.Tokens, parts.First), UtteranceSplitter.TextOf(clean, whole.Tokens, parts.Next));
        if (next.Intent == Intent.Person || isMain && first.Intent != Intent.Person)
            (first, next, text, other) = (next, first, other, text);
        whole.Raise(whole.IndexOf(first.Intent), 0);
        return (text, new SegmentIntent(next.Intent, next.Score, other));
    }

    /// <summary>Puts one of <see cref="IntentSet.Safety"/> first when it is likely enough, and second when it may be meant.</summary>
    /// <returns>Whether it must be asked about.</returns>
    private static bool PreferSafety(Prediction whole)
    {
        if (IntentSet.Safety.Contains(whole.Top.Intent))
            return false;
        var at = Array.FindIndex(whole.Intents, one => IntentSet.Safety.Contains(one.Intent));
        if (at < 0)
            return false;
        if (whole.Intents[at].Score >= Thresholds.Safety)
        {
            whole.Raise(at, 0);
            return false;
        }

        if (whole.Intents[at].Score < (whole.Top.Intent == Intent.Search ? Thresholds.SafetyDoubtOfSearch : Thresholds.SafetyDoubt))
            return false;
        whole.Raise(at, 1);
        return true;
    }

    /// <summary>
    /// A price's bound says how to look for goods, whatever they are. Only a sentence with a number or a currency can
    /// have one.
    /// </summary>
    private static bool HasPrice(string text, Prediction whole)
    {
        foreach (var token in whole.Tokens.Items)
            if (token.Kind == TokenKind.Number || token.Folded.Span is "\u20AC" or "$" or "\u00A3" or "euro" or "eur" or "euros" or "quid")
                return ProductQueryParser.Parse(text, whole.Language) is { AtLeast: not null } or { AtMost: not null };
        return false;
    }
}

/// <param name="Whole">The intents of the sentence, put into their final order.</param>
/// <param name="Text">The part of the first intent; the whole sentence when there is one intent.</param>
internal sealed record Decided(Prediction Whole, string Text, SegmentIntent? Second, bool IsConfident);
