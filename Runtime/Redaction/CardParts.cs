namespace CommerceBot.Runtime.Redaction;

/// <summary>Neighbouring fields of nothing but digits, which may hold one card number between them, as a form of four boxes does.</summary>
internal sealed class CardParts(CardSteps? steps = null)
{
    private readonly List<(string Text, Action<string> Replace)> _parts = [];

    public static bool IsPart(string text)
    {
        const int longest = 2 * CardBrands.Longest;
        return text.Length is > 0 and <= longest && !text.Any(char.IsLetter) && text.Any(char.IsNumber);
    }

    /// <summary>The next field; one that holds anything else ends the row.</summary>
    public void Add(string? text, Action<string> replace)
    {
        if (string.IsNullOrEmpty(text))
            return;
        if (IsPart(text))
            _parts.Add((text, replace));
        else
            Redact();
    }

    /// <summary>Marks every field that holds a part of a card number.</summary>
    public void Redact()
    {
        if (_parts.Count > 1)
        {
            var all = string.Join(' ', _parts.Select(part => part.Text));
            if (CardText.MayHoldCard(all) && CardSearch.Find(CardScan.Of(all, steps)) is { Count: > 0 } cards)
                Mark(cards);
        }

        _parts.Clear();
    }

    /// <summary>Both stand in order, so one walk along both is enough.</summary>
    private void Mark(List<Range> cards)
    {
        var (start, card) = (0, 0);
        foreach (var (text, replace) in _parts)
        {
            var end = start + text.Length;
            while (card < cards.Count && cards[card].End.Value <= start)
            {
                card++;
                steps?.Add(1);
            }

            if (card < cards.Count && cards[card].Start.Value < end)
                replace(CardText.Removed);
            steps?.Add(1);
            start = end + 1;
        }
    }
}
