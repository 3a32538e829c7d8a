using System.Collections.Frozen;

namespace CommerceBot.Catalog.Search;

/// <summary>How well a product answers a plan: where each word is found counts, and whether it is the thing itself.</summary>
internal static class Relevance
{
    private const double InTitle = 10;
    private const double InChoices = 6;
    private const double InCategory = 4;
    private const double InDescription = 3;
    private const double InBrand = 2;
    private const double AsWritten = 2;
    private const double IsHead = 4;
    private const double WholeTitle = 2;

    /// <summary>
    /// Its score, which part of the question (by weight, 0 to 1) it satisfies, and how strongly: a mention in the
    /// description is the least.
    /// </summary>
    public static (double Score, double Covered, double Strength) Of(Candidate product, SearchPlan plan, Language language)
    {
        double score = 0, covered = 0, all = 0;
        var titles = new HashSet<int>();
        var head = TitleHead.Of(product.TitleWords, language);
        var units = Lexicon.Of(language).Units;
        foreach (var term in plan.Terms)
        {
            var best = 0.0;
            foreach (var way in term.Alternatives)
                best = Math.Max(best, way.Weight * Of(product, way, term, head, units, titles));
            score += term.Weight * best;
            covered += best > 0 ? term.Weight : 0;
            all += term.Weight;
        }

        var content = Math.Max(1, product.TitleWords.Count);
        return (score + WholeTitle * titles.Count / content, all == 0 ? 1 : covered / all, covered == 0 ? 0 : score / covered);
    }

    private static double Of(
        Candidate product, Alternative way, PlannedTerm term, int head, FrozenSet<string> units, HashSet<int> titles)
    {
        var sum = 0.0;
        foreach (var (place, stem) in way.Stems.Index())
        {
            var found = Of(product, stem, way.IsPrefix && place == way.Stems.Count - 1, term, head, units, titles);
            if (found == 0)
                return 0;
            sum += found;
        }

        return sum / way.Stems.Count;
    }

    private static double Of(
        Candidate product, string stem, bool isPrefix, PlannedTerm term, int head, FrozenSet<string> units, HashSet<int> titles)
    {
        for (var at = 0; at < product.TitleStems.Count; at++)
            if (IsIt(product.TitleStems[at], stem, isPrefix))
            {
                var isWritten = term.Said.Words.Contains(product.TitleWords[at]);
                if (!isWritten && IsMeasure(product, at, units))
                    return InDescription;
                titles.Add(at);
                return InTitle + (isWritten ? AsWritten : 0) + (at == head ? IsHead : 0);
            }

        return Any(product.ChoiceStems) ? InChoices : Any(product.CategoryStems) ? InCategory : Any(product.DescriptionStems)
            ? InDescription : Any(product.BrandStems) ? InBrand : 0;

        bool Any(HashSet<string> stems) => isPrefix ? stems.Any(one => one.StartsWith(stem, StringComparison.Ordinal))
            : stems.Contains(stem);
    }

    /// <summary>Cutlery for "4 coperti" is no "coperta", a moka for "3 tazze" no "tazza": a number and its unit say how big.</summary>
    private static bool IsMeasure(Candidate product, int at, FrozenSet<string> units) =>
        at > 0 && product.TitleWords[at - 1].All(char.IsDigit) && units.Contains(product.TitleStems[at]);

    private static bool IsIt(string known, string stem, bool isPrefix) => isPrefix ? known.StartsWith(stem, StringComparison.Ordinal)
        : known == stem;
}
