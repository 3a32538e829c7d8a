using System.Runtime.InteropServices;
using CommerceBot.Catalog;
using CommerceBot.Recognition.Features;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Decision;

/// <summary>
/// Words that this shop sells and that no training sentence held speak for goods: without it, the bare name of a thing that nobody
/// wrote before looks like random keys. Several words that all stand in titles are most likely a title.
/// </summary>
internal sealed class CatalogSignal(Intent[] intents, Func<uint, bool> isTrained)
{
    /// <summary>
    /// What a sentence of nothing but untrained words on sale adds to the scores of goods; a part of them adds that
    /// part.
    /// </summary>
    private const float Untrained = 4f;

    /// <summary>
    /// What a sentence of nothing but words on sale adds to a search. A sure "thank you" stays one beside a card that
    /// says it.
    /// </summary>
    private const float Title = 2.5f;

    /// <summary>Three words or more, all of them in titles, are a title whatever else they may mean.</summary>
    private const float LongTitle = 8f;

    private const int WordsOfALongTitle = 3;

    /// <summary>More words than that, all of them in titles, are a title; as many or fewer are the bare name of a thing.</summary>
    private const int MostOfAName = 3;

    /// <summary>
    /// Wants that are said with a verb or a question, and what is no want at all: the bare name of a thing on sale is none of them,
    /// however much its letters look like theirs.
    /// </summary>
    private static readonly IntentSet NeverANameAlone = new([
        Intent.Stock, Intent.ProductFact, Intent.CartAdd, Intent.CartRemove, Intent.Gibberish, Intent.Smalltalk, Intent.Abuse,
    ]);

    /// <summary>A shorter word says nothing: every language has small words.</summary>
    private const int ShortestWord = 3;

    private readonly int _search = Array.IndexOf(intents, Intent.Search);

    public void Apply(TextTokens tokens, Range part, ICatalogVocabulary vocabulary, Language language, Span<float> scores)
    {
        var (words, known, untrained, isName) = (0, 0, 0, true);
        foreach (var token in CollectionsMarshal.AsSpan(tokens.Items)[part])
        {
            var isKnown = token.Kind == TokenKind.Word && vocabulary.Knows(token.Folded.ToString(), language);
            isName &= isKnown || token.Kind == TokenKind.Sign && token.Folded.Span[0] != '?';
            if (token.Kind != TokenKind.Word || token.Folded.Length < ShortestWord)
                continue;
            words++;
            if (!isKnown)
                continue;
            known++;
            if (!isTrained(FeatureExtractor.Number(token.Folded.Span)))
                untrained++;
        }

        var title = TitleScore(words, known, untrained);
        if (untrained > 0 || title > 0)
            for (var i = 0; i < scores.Length; i++)
                if (IntentSet.Goods.Contains(intents[i]))
                    scores[i] += Untrained * untrained / Math.Max(1, words) + (intents[i] == Intent.Search ? title : 0);
        if (isName && words is > 0 and <= MostOfAName && _search >= 0)
            SearchForName(scores);
    }

    /// <summary>What such a name would have been taken for, it is searched for.</summary>
    private void SearchForName(Span<float> scores)
    {
        for (var i = 0; i < scores.Length; i++)
            if (NeverANameAlone.Contains(intents[i]))
                (scores[_search], scores[i]) = (Math.Max(scores[_search], scores[i]), Math.Min(scores[_search], scores[i]) - Untrained);
    }

    private static float TitleScore(int words, int known, int untrained) =>
        known < words ? 0 : words >= WordsOfALongTitle ? LongTitle : known > 1 || untrained > 0 ? Title : 0;
}
