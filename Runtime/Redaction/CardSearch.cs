namespace CommerceBot.Runtime.Redaction;

/// <summary>
/// Finds the card numbers among the digits of a text. Every group of digits may begin one, and it ends with a group, so
/// that a number within a longer one is left alone; all that is part of any is marked.
/// </summary>
internal static class CardSearch
{
    /// <summary>Where card numbers stand, in order; null or empty when there is none.</summary>
    public static List<Range>? Find(string text, CardDigit[] digits)
    {
        bool[]? marked = null;
        for (var from = 0; from + CardBrands.Shortest <= digits.Length; from++)
        {
            if (digits[from].Before == Gap.None)
                continue;
            var count = Longest(digits, from);
            if (count == 0 || CardLookalikes.Has(text, digits, from, count))
                continue;
            marked ??= new bool[digits.Length];
            marked.AsSpan(from, count).Fill(true);
        }

        return marked is null ? null : Join(digits, marked);
    }

    /// <summary>How many digits from here are a card's: the most that can be, since what is left over would be part of it; 0 when none are.</summary>
    private static int Longest(CardDigit[] digits, int from)
    {
        Span<byte> values = stackalloc byte[CardBrands.Longest];
        var (found, hard, soft) = (0, default(char), false);
        for (var count = 1; count <= CardBrands.Longest && from + count <= digits.Length; count++)
        {
            var digit = digits[from + count - 1];
            if (count > 1)
            {
                if (digit.Before == Gap.Broken || (digit.Before == Gap.Hard && (soft || (hard != default && hard != digit.Sign))) || (digit.Before == Gap.Soft && hard != default))
                    break;
                hard = digit.Before == Gap.Hard ? digit.Sign : hard;
                soft |= digit.Before == Gap.Soft;
            }

            values[count - 1] = digit.Value;
            if (count < CardBrands.Shortest)
                continue;
            var left = LeftInGroup(digits, from + count);
            if ((left == 0 || CardExtras.AreGlued(digits.AsSpan(from + count, left), count)) && CardBrands.IsCard(values[..count]))
                found = count + left;
        }

        return found;
    }

    /// <summary>How many digits stand here that belong to the group of the one before.</summary>
    private static int LeftInGroup(CardDigit[] digits, int at)
    {
        var end = at;
        while (end < digits.Length && digits[end].Before == Gap.None && end - at <= CardExtras.MostGlued)
            end++;
        return end - at;
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
