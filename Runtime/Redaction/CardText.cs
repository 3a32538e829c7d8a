using System.Globalization;
using System.Text;

namespace CommerceBot.Runtime.Redaction;

/// <summary>
/// Takes card numbers out of a text: 12 to 19 digits of any script, written together, in groups or as escapes, that are a
/// brand's and pass the Luhn check; with them the expiry date and the security code that stand near. Phone numbers, account
/// numbers (IBAN), articles' and order numbers and other ids stay.
/// </summary>
internal static class CardText
{
    public const string Removed = "[card number removed]";

    /// <summary>The text without card numbers; the same instance when there was none.</summary>
    public static string Redact(string text, CardPlace place = CardPlace.Typed, CardSteps? steps = null)
    {
        if (place == CardPlace.Id)
            return text;
        var clean = text;
        if (MayHoldCard(text))
        {
            if (CardEscapes.MayHoldDigit(text))
                clean = Without(CardScan.Of(text, steps, decoded: true), place);
            // A sign before a number may look like an escape of its first digit: so it is read as it stands, too.
            clean = Without(CardScan.Of(clean, steps), place);
        }

        // A security code is never kept, not even alone: it may belong to the number of the message before.
        return ReferenceEquals(clean, text) && CardExtras.MayHoldCode(text) ? CardExtras.RemoveCodes(text) : clean;
    }

    /// <summary>Cheap: whether there are digits enough at all.</summary>
    public static bool MayHoldCard(ReadOnlySpan<char> text)
    {
        if (text.Length < CardBrands.Shortest)
            return false;
        var digits = 0;
        foreach (var sign in text)
        {
            if (MayBeDigit(sign) && ++digits >= CardBrands.Shortest)
                return true;
        }

        return false;
    }

    /// <summary>Half of a pair may belong to a mathematical digit: whether it does is seen when it counts.</summary>
    private static bool MayBeDigit(char sign) =>
        sign < 128 ? char.IsAsciiDigit(sign) : char.IsHighSurrogate(sign) || CharUnicodeInfo.GetDigitValue(sign) >= 0;

    private static string Without(CardScan scan, CardPlace place)
    {
        if (CardSearch.Find(scan, place) is not { Count: > 0 } cards)
            return scan.Text;
        var text = scan.Text;
        var clean = new StringBuilder(text.Length);
        var kept = 0;
        for (var i = 0; i < cards.Count; i++)
        {
            var (start, end) = (cards[i].Start.Value, cards[i].End.Value);
            var next = i + 1 < cards.Count ? cards[i + 1].Start.Value : text.Length;
            clean.Append(CardExtras.CutBefore(text.AsSpan(kept, start - kept))).Append(Removed);
            kept = CardExtras.EndBehind(text, end, next);
        }

        // Where a card was, labelled dates and codes belong to it wherever they stand.
        return CardExtras.RemoveLabelled(clean.Append(text, kept, text.Length - kept).ToString());
    }
}
