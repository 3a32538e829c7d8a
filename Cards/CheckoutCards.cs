using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>
/// The last look before ordering, as the law asks for it: what, where to, what it costs in all, and a button that says
/// so.
/// </summary>
internal static class CheckoutCards
{
    /// <summary>What is bought, how it comes, and to whom, a line each.</summary>
    public static string Summary(Quote quote, Contact contact, Address address, Texts texts) =>
        string.Join('\n', Lines(quote, contact, address, texts).Prepend(texts.Get("summary.title")));

    /// <summary>The total in large, and the one button that orders.</summary>
    public static Attachment Total(Quote quote, Uri? terms, Texts texts)
    {
        List<CardAction> buttons =
        [
            ActionButton.For(texts.Get("button.order"), new ShopAction.OrderAndPay(quote.Hash)),
            ActionButton.For(texts.Get("button.change"), new ShopAction.AskChange()),
        ];
        if (terms is not null)
            buttons.Add(ActionButton.Link(texts.Get("summary.terms"), terms));
        var total = quote.Total.Show(texts);
        return new HeroCard(
            texts.Get("summary.total", ("total", total)), texts.Get("summary.confirm", ("total", total)), buttons: buttons).ToAttachment();
    }

    /// <summary>What was answered last time, to be taken in one tap.</summary>
    /// <param name="delivery">The name of the delivery; null when it is asked again.</param>
    public static Attachment LastTime(Answers answers, string? delivery, Texts texts)
    {
        var lines = new[] { answers.Name, answers.Email, answers.Phone, Place(answers, texts), delivery, Note(answers.CourierNote, texts) };
        return new HeroCard(
            texts.Get("offer.together"), text: string.Join('\n', lines.OfType<string>()),
            buttons:
            [
                ActionButton.For(texts.Get("button.use.all"), new ShopAction.UseAll()),
                ActionButton.For(texts.Get("button.change.all"), new ShopAction.AskChange()),
            ]).ToAttachment();
    }

    public static string OneLine(Address address, Texts texts) => $"{address.Name}, {Place(address, texts)}";

    public static string Price(Money price, Texts texts) => price.Minor == 0 ? texts.Get("delivery.free") : price.Show(texts);

    public static string Problem(QuoteProblem problem, Texts texts) =>
        texts.Get($"problem.{problem.Kind}", ("product", problem.Title ?? ""), ("left", problem.Left));

    /// <summary>Null when there is none.</summary>
    public static string? Note(string? note, Texts texts) => note is null ? null : texts.Get("summary.note", ("note", note));

    public static string Goods(OrderLine line) => line.Options.Length == 0 ? line.Title : $"{line.Title} ({line.Options})";

    private static IEnumerable<string> Lines(Quote quote, Contact contact, Address address, Texts texts) =>
        [
            .. quote.Lines.Select(line =>
                texts.Get("summary.line", ("quantity", line.Quantity), ("product", Goods(line)), ("total", line.Total.Show(texts)))),
            texts.Get("summary.delivery", ("name", quote.Delivery.Name), ("price", Price(quote.Delivery.Price, texts))),
            texts.Get("summary.vat.inside", ("vat", quote.Vat.Show(texts))),
            texts.Get("summary.to", ("address", OneLine(address, texts))),
            texts.Get("summary.contact", ("email", contact.Email), ("phone", contact.Phone)),
            .. Note(address.CourierNote, texts) is { } note ? [note] : (IEnumerable<string>)[],
        ];

    private static string Place(Address address, Texts texts) =>
        $"{address.Street}, {address.Place}, {CountryNames.Show(address.Country, texts.Language)}";

    /// <summary>What is known of the address; null when nothing is.</summary>
    private static string? Place(Answers answers, Texts texts)
    {
        if ((answers with { Name = answers.Name ?? "" }).AsAddress() is { } whole)
            return Place(whole, texts);
        var parts = new[]
        {
            answers.Street, answers.Postcode, answers.City,
            answers.Country is { } country ? CountryNames.Show(country, texts.Language) : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}
