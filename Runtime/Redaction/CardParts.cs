namespace CommerceBot.Runtime.Redaction;

/// <summary>Neighbouring fields of nothing but digits, which may hold one card number between them, as a form of four boxes does.</summary>
internal sealed class CardParts
{
    private readonly List<(string Text, Action<string> Replace)> _parts = [];

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
            var start = 0;
            var cards = CardText.MayHoldCard(all) ? CardSearch.Find(all, CardDigits.Read(all)) : null;
            foreach (var (text, replace) in _parts)
            {
                var end = start + text.Length;
                if (cards?.Any(card => card.Start.Value < end && card.End.Value > start) == true)
                    replace(CardText.Removed);
                start = end + 1;
            }
        }

        _parts.Clear();
    }

    private static bool IsPart(string text)
    {
        const int longest = 2 * CardBrands.Longest;
        return text.Length <= longest && !text.Any(char.IsLetter) && text.Any(char.IsNumber);
    }
}
