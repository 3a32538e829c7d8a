using System.Runtime.InteropServices;
using CommerceBot.Catalog;
using CommerceBot.Recognition.Features;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Decision;

/// <summary>
/// Words that this shop sells and that no training sentence held speak for goods: without it, the bare name of a thing that nobody
/// wrote before looks like random keys. Words that training knows need no help.
/// </summary>
internal sealed class CatalogSignal(Intent[] intents, Func<uint, bool> isTrained)
{
    /// <summary>What a sentence of nothing but such words adds to the scores of goods; a part of them adds that part.</summary>
    private const float Strength = 4f;

    /// <summary>A shorter word says nothing: every language has small words.</summary>
    private const int ShortestWord = 3;

    /// <summary>A sentence of so many words, all of them in titles, is a title.</summary>
    private const int WordsOfATitle = 3;

    private const float TitleStrength = 8f;

    public void Apply(TextTokens tokens, Range part, ICatalogVocabulary vocabulary, Language language, Span<float> scores)
    {
        var (words, known, sold) = (0, 0, 0);
        foreach (var token in CollectionsMarshal.AsSpan(tokens.Items)[part])
        {
            if (token.Kind != TokenKind.Word || token.Folded.Length < ShortestWord)
                continue;
            words++;
            if (!vocabulary.Knows(token.Folded.ToString(), language))
                continue;
            sold++;
            if (!isTrained(FeatureExtractor.Number(token.Folded.Span)))
                known++;
        }

        if (sold == words && words >= WordsOfATitle)
            Raise(scores, Intent.Search, TitleStrength);
        if (known == 0)
            return;
        var isBare = known == words;
        for (var i = 0; i < scores.Length; i++)
            if (IntentSet.Goods.Contains(intents[i]))
                scores[i] += Strength * known / words + (isBare && intents[i] == Intent.Search ? Strength / 2 : 0);
    }

    private void Raise(Span<float> scores, Intent raised, float by)
    {
        for (var i = 0; i < scores.Length; i++)
            if (intents[i] == raised)
                scores[i] += by;
    }
}
