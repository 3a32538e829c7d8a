using CommerceBot.Catalog;

namespace CommerceBot.Cards;

/// <summary>Money as a shopper reads it: the language's marks, the currency's digits.</summary>
internal static class MoneyText
{
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["EUR"] = "€", ["USD"] = "$", ["GBP"] = "£", ["JPY"] = "¥",
    };

    public static string Show(this Money money, Texts texts) => Signs.TryGetValue(money.Currency.Code, out var sign)
        ? texts.Get("money", ("amount", Amount(money, texts)), ("sign", sign))
        : texts.Get("money.code", ("amount", Amount(money, texts)), ("code", money.Currency.Code));

    private static string Amount(Money money, Texts texts) => money.InMainUnit().ToString($"N{money.Currency.Digits}", texts.Culture);
}
