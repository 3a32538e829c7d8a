namespace CommerceBot.Runtime.Redaction;

/// <summary>
/// Finds the card numbers among the digits of a text. Every group of digits may begin one, and it ends with a group, so
/// that a number within a longer one is left alone; all that is part of any is marked. From each digit it looks at no more
/// than a card's length and a few lines around, so the time grows with the text and no faster.
/// </summary>
internal static class CardSearch
{
    /// <summary>Where card numbers stand, in order; null or empty when there is none.</summary>
    public static List<Range>? Find(CardScan scan, CardPlace place = CardPlace.Typed)
    {
        var digits = scan.Digits;
        bool[]? marked = null;
        for (var from = 0; from + CardBrands.Shortest <= digits.Length; from++)
        {
            if (digits[from].Before == Gap.None)
                continue;
            var (count, likeness) = Longest(scan, from);
            if (count == 0 || IsId(digits.AsSpan(from, count), scan.Text, place)
                || CardLookalikes.Has(scan, from, count) || (likeness == CardLikeness.Weak && CardContext.SpeaksAgainst(scan, from, count)))
                continue;
            marked ??= new bool[digits.Length];
            marked.AsSpan(from, count).Fill(true);
        }

        return marked is null ? null : Join(digits, marked);
    }

    /// <summary>
    /// How many digits from here are a card's: the most that can be, since what is left over would be part of it; 0
    /// when none are.
    /// </summary>
    private static (int Count, CardLikeness Likeness) Longest(CardScan scan, int from)
    {
        var digits = scan.Digits;
        Span<byte> values = stackalloc byte[CardBrands.Longest];
        var (found, best, hard, soft) = (0, CardLikeness.None, default(char), false);
        for (var count = 1; count <= CardBrands.Longest && from + count <= digits.Length; count++)
        {
            scan.Count(1);
            var digit = digits[from + count - 1];
            if (count > 1)
            {
                if (digit.Before == Gap.Broken || (digit.Before == Gap.Hard && (soft || (hard != default && hard != digit.Sign)))
                    || (digit.Before == Gap.Soft && hard != default))
                    break;
                hard = digit.Before == Gap.Hard ? digit.Sign : hard;
                soft |= digit.Before == Gap.Soft;
            }

            values[count - 1] = digit.Value;
            if (count < CardBrands.Shortest)
                continue;
            var left = LeftInGroup(scan, from + count);
            if ((left == 0 || CardExtras.AreGlued(digits.AsSpan(from + count, left), count))
                && CardBrands.Judge(values[..count]) is var likeness and not CardLikeness.None)
                (found, best) = (count + left, likeness > best ? likeness : best);
        }

        return (found, best);
    }

    /// <summary>How many digits stand here that belong to the group of the one before.</summary>
    private static int LeftInGroup(CardScan scan, int at)
    {
        var digits = scan.Digits;
        var end = at;
        while (end < digits.Length && digits[end].Before == Gap.None && end - at <= CardExtras.MostGlued)
            end++;
        scan.Count(end - at + 1);
        return end - at;
    }

    /// <summary>Whether the place is one for ids, and the digits are in one piece as an id is.</summary>
    private static bool IsId(ReadOnlySpan<CardDigit> digits, string text, CardPlace place)
    {
        if (place == CardPlace.Typed)
            return false;
        foreach (var digit in digits[1..])
        {
            if (digit.Before != Gap.None)
                return false;
        }

        return place == CardPlace.Token || digits[^1].End - digits[0].Start < text.AsSpan().Trim().Length;
    }

    private static List<Range> Join(CardDigit[] digits, bool[] marked)
    {
        var cards = new List<Range>();
        for (var i = 0; i < digits.Length; i++)
        {
            if (!marked[i])
                continue;
            var start = i;
            while (i + 1 < digits.Length && marked[i + 1] && digits[i + 1].Before != Gap.Broken)
                i++;
            cards.Add(digits[start].Start..digits[i].End);
        }

        return cards;
    }
}
