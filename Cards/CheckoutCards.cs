using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The last look before ordering, as the law asks for it: what, where to, what it costs in all, and a button that says so.</summary>
internal static class CheckoutCards
{
    public static Attachment Summary(Quote quote, Contact contact, Address address, Uri? terms, Words words)
    {
        List<CardAction> buttons =
        [
            Tap.On(words.Say("button.order"), new ShopAction.OrderAndPay(quote.Mark)),
            Tap.On(words.Say("button.change"), new ShopAction.AskChange()),
        ];
        if (terms is not null)
            buttons.Add(Tap.Link(words.Say("summary.terms"), terms));
        return new HeroCard(words.Say("summary.title"), text: string.Join('\n', Lines(quote, contact, address, words)), buttons: buttons).ToAttachment();
    }

    public static string OneLine(Address address, Words words) =>
        $"{address.Name}, {address.Street}, {address.Postcode} {address.City}, {CountryNames.Show(address.Country, words.Language)}";

    public static string Price(Money price, Words words) => price.Minor == 0 ? words.Say("delivery.free") : price.Show(words);

    public static string Problem(QuoteProblem problem, Words words) =>
        words.Say($"problem.{problem.Kind}", ("product", problem.Title ?? ""), ("left", problem.Left));

    public static string Goods(OrderLine line) => line.Options.Length == 0 ? line.Title : $"{line.Title} ({line.Options})";

    private static IEnumerable<string> Lines(Quote quote, Contact contact, Address address, Words words) =>
    [
        .. quote.Lines.Select(line => words.Say("summary.line", ("quantity", line.Quantity), ("product", Goods(line)), ("total", line.Total.Show(words)))),
        words.Say("summary.delivery", ("name", quote.Delivery.Name), ("price", Price(quote.Delivery.Price, words))),
        words.Say("summary.total", ("total", quote.Total.Show(words))),
        words.Say("summary.vat", ("vat", quote.Vat.Show(words))),
        words.Say("summary.to", ("address", OneLine(address, words))),
        words.Say("summary.contact", ("email", contact.Email), ("phone", contact.Phone)),
    ];
}
