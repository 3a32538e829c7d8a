using CommerceBot.Orders;

namespace CommerceBot.Cards;

/// <summary>Order numbers as a shopper reads them: on one line, as a line may break behind an ordinary hyphen.</summary>
internal static class NumberText
{
    private const char NonBreakingHyphen = '\u2011';

    /// <summary>Reads back as the same number: see <see cref="OrderNumbers.TryParse"/>.</summary>
    public static string Show(OrderNumber number) => number.Value.Replace('-', NonBreakingHyphen);

    /// <summary>A rate with the language's marks: <c>22 %</c>, <c>5,5 %</c>.</summary>
    public static string Show(this VatRate rate, Texts texts) => $"{(rate.Hundredths / 100m).ToString("0.##", texts.Culture)}\u00A0%";
}
