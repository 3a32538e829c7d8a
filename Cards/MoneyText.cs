using CommerceBot.Catalog;

namespace CommerceBot.Cards;

/// <summary>Money as a shopper reads it: the language's marks, the currency's digits.</summary>
internal static class MoneyText
{
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["EUR"] = "€", ["USD"] = "$", ["GBP"] = "£", ["JPY"] = "¥",
    };

    public static string Show(this Money money, Words words) => Signs.TryGetValue(money.Currency.Code, out var sign)
        ? words.Say("money", ("amount", Amount(money, words)), ("sign", sign))
        : words.Say("money.code", ("amount", Amount(money, words)), ("code", money.Currency.Code));

    private static string Amount(Money money, Words words) => money.InMainUnit().ToString($"N{money.Currency.Digits}", words.Culture);
}
