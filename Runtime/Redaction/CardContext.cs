using System.Text.RegularExpressions;

namespace CommerceBot.Runtime.Redaction;

/// <summary>What is read around digits that may be a card's number and may as well be an article's, an order's or a phone's.</summary>
internal static partial class CardContext
{
    /// <summary>How far words are looked for, on either side.</summary>
    private const int Line = 40;

    private const string Signs = @"[\s:#=.\-_/""'\u00b0\u00ba]{0,4}";

    private const string Joint = "(?:" + Signs + @"\b(?:numero|number|code|codice|nr|no|num|n|id))?" + Signs + @"(?:\+|00)?$";

    /// <summary>True when they are more likely something else.</summary>
    public static bool SpeaksAgainst(CardScan scan, int from, int count)
    {
        var digits = scan.Digits.AsSpan(from, count);
        var start = digits[0].Start;
        var before = scan.Text.AsSpan(Math.Max(0, start - Line), Math.Min(Line, start));
        scan.Count(Line);
        if (OtherThing().IsMatch(before))
            return true;
        var end = digits[^1].End;
        if (CardLabel().IsMatch(before) || CardExtras.StandBehind(scan.Text, end, Math.Min(scan.Text.Length, end + Line)))
            return false;
        return IsArticle(digits) || IsListOfNumbers(digits);
    }

    /// <summary>
    /// A number of a trade item (GS1 General Specifications, 7.9): 12, 13 or 14 digits whose check digit is right, in one
    /// piece or as it is printed under the bars, 4 006381 333931.
    /// </summary>
    private static bool IsArticle(ReadOnlySpan<CardDigit> digits)
    {
        if (digits.Length is not (12 or 13 or 14))
            return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && digits[i].Before != Gap.None && !(digits.Length == 13 && i is 1 or 7))
                return false;
            sum += digits[^(i + 1)].Value * (i % 2 == 1 ? 3 : 1);
        }

        return sum % 10 == 0;
    }

    /// <summary>Nobody writes a card in twos or threes: 50 60 70 80 90 10 are quantities.</summary>
    private static bool IsListOfNumbers(ReadOnlySpan<CardDigit> digits)
    {
        var (group, size) = (1, 0);
        for (var i = 1; i <= digits.Length; i++)
        {
            if (i < digits.Length && digits[i].Before == Gap.None)
            {
                group++;
                continue;
            }

            if (group is not (2 or 3) || (size != 0 && group != size))
                return false;
            (size, group) = (group, 1);
        }

        return true;
    }

    /// <summary>Words right before the digits that say what they are.</summary>
    [GeneratedRegex(
        @"\b(?:ordine|order|pedido|commande|bestellung|art(?:icolo|ikel|icle)?|prod(?:otto|uct|ukt)?|sku|ean|gtin|upc|isbn|barcode"
        + "|fattura|invoice|ricevuta|receipt|tracking|pacco|parcel|spedizione|shipment"
        + "|tel(?:efono|ephone)?|cell(?:ulare)?|phone|mobile|whatsapp|fax|mid|timestamp|id|rif|ref|cod(?:ice)?|code)" + Joint,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherThing();

    [GeneratedRegex(
        @"\b(?:cart[ae]|cards?|karte|tarjeta|visa|maestro|mastercard|bancomat|bancontact|dankort|elo|verve|troy|rupay|hipercard"
        + @"|credit|debit|pan|iin)\b[^0-9]{0,24}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CardLabel();
}
