using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>What a shopper reads in each mail, in the language of the order.</summary>
internal sealed class OrderMailWriter(ShopSettings shop)
{
    public MailContent Write(OrderMail mail)
    {
        var texts = Texts.Of(mail.Order.Language);
        var parcel = mail.Parcel is { } index && index < mail.Order.Shipments.Count ? mail.Order.Shipments[index] : null;
        var link = parcel is null ? null : shop.Tracking.Of(parcel, mail.Order.Address, mail.Order.Language);
        return new MailContent(
            mail.Order.Language.Code, shop.Name, Say("subject"), Say("title"),
            [texts.Get("mail.greeting", ("name", mail.Order.Contact.Name)), Say("text"), .. TrackingOf(parcel, texts)],
            link is null ? null : new MailLink(texts.Get("mail.track"), link),
            mail.Withdrawal is { } said ? OfWithdrawal(mail.Order, said, texts)
                : parcel is not null ? OfParcel(mail.Order, parcel, texts) : Lists(mail.Kind) ? OfOrder(mail.Order, texts) : null,
            SectionsOf(mail, texts), SellerLines.Footer(shop, texts));

        string Say(string part) => texts.Get(
            $"mail.{mail.Kind}.{part}", ("number", mail.Order.Number.Value), ("total", mail.Order.Total.Show(texts)), ("shop", shop.Name),
            ("amount", mail.Amount?.Show(texts) ?? ""),
            ("name", mail.Withdrawal?.Name ?? mail.Order.Contact.Name), ("email", mail.To),
            ("date", TimeZoneInfo.ConvertTime(mail.At, shop.TimeZone).ToString("d MMMM yyyy", texts.Culture)),
            ("time", TimeZoneInfo.ConvertTime(mail.At, shop.TimeZone).ToString("d MMMM yyyy, HH:mm:ss zzz", texts.Culture)));
    }

    private static bool Lists(OrderMailKind kind) => IsContract(kind)
        || kind is OrderMailKind.CancelledUnpaid or OrderMailKind.CancelledWithRefund or OrderMailKind.CancelledByShopper
            or OrderMailKind.OrderUnfillable;

    /// <summary>Whether it tells the whole contract.</summary>
    public static bool IsContract(OrderMailKind kind) =>
        kind is OrderMailKind.Confirmation or OrderMailKind.ConfirmationCorrected or OrderMailKind.AddressChanged;

    private static IEnumerable<string> TrackingOf(Shipment? parcel, Texts texts) =>
        parcel?.Label() is { Length: > 0 } label ? [texts.Get("order.tracking", ("tracking", label))] : [];

    private static MailGoods OfParcel(Order order, Shipment parcel, Texts texts) => new(
        texts.Get("mail.parcel"),
        [
            .. from piece in parcel.Lines
               let line = order.Lines.First(line => line.Sku == piece.Sku)
               select new MailLine(piece.Quantity, line.Title, line.Options, ""),
        ],
        []);

    internal static MailGoods OfWithdrawal(Order order, Withdrawal said, Texts texts) => new(
        texts.Get("mail.withdrawn"),
        [
            .. from piece in said.Lines
               let line = order.Lines.First(line => line.Sku == piece.Sku)
               select new MailLine(piece.Quantity, line.Title, line.Options, (line.UnitPrice * piece.Quantity).Show(texts)),
        ],
        []);

    internal static MailGoods OfOrder(Order order, Texts texts) => new(
        texts.Get("order.title", ("number", order.Number.Value)),
        [.. order.Lines.Select(line => new MailLine(line.Quantity, line.Title, DetailsOf(line, texts), line.Total.Show(texts)))],
        [
            new(texts.Get("receipt.delivery", ("name", order.Delivery.Name)), CheckoutCards.Price(order.Delivery.Price, texts)),
            new(texts.Get("mail.total"), order.Total.Show(texts), IsTotal: true),
            new(texts.Get("receipt.vat"), order.Vat.Show(texts)),
            .. ByRate(order, texts),
        ]);

    /// <summary>Of which so much at each rate, where there are several.</summary>
    private static IEnumerable<MailSum> ByRate(Order order, Texts texts) => order.VatByRate() is { Count: > 1 } shares
        ? shares.Select(share => new MailSum(
            texts.Get("receipt.vat.rate", ("rate", share.Rate.Show(texts)), ("gross", share.Gross.Show(texts))), share.Vat.Show(texts)))
        : [];

    private static string DetailsOf(OrderLine line, Texts texts) => string.Join(" · ", new[]
    {
        line.Options,
        line.Quantity > 1 ? texts.Get("mail.each", ("price", line.UnitPrice.Show(texts))) : "",
        texts.Get("mail.vat", ("rate", line.VatRate.Show(texts))),
    }.Where(part => part.Length > 0));

    private List<MailSection> SectionsOf(OrderMail mail, Texts texts)
    {
        var sections = new List<MailSection>();
        if (IsContract(mail.Kind))
            sections.Add(
                new(texts.Get("receipt.to"), [.. mail.Order.Address.Lines(mail.Order.Language), .. CourierNote(mail.Order, texts)]));
        if (mail.Withdrawal is not null)
            sections.Add(
                new(
                    texts.Get("mail.withdrawal.next"),
                    [
                        texts.Get("mail.withdrawal.next.text"), ReturnTexts.HowToSend(shop, texts),
                        texts.Get(shop.PaysReturns ? "mail.withdrawal.costs.shop" : "mail.withdrawal.costs"),
                    ]));
        if (mail.Order.Returns is [.., var request])
            sections.AddRange(ReturnOf(mail, request, texts));
        if (mail.Kind is not (OrderMailKind.Confirmation or OrderMailKind.Shipped or OrderMailKind.PartlyShipped))
            sections.Add(new(texts.Get("mail.questions"), [texts.Get("mail.questions.text", ("email", shop.SupportEmail))]));
        if (mail.Kind is OrderMailKind.Shipped or OrderMailKind.PartlyShipped or OrderMailKind.Delivered || IsContract(mail.Kind))
            sections.Add(WithdrawalOf(mail.Order, texts));
        if (IsContract(mail.Kind))
            sections.AddRange(ContractTexts.Of(mail.Order, shop, texts));
        return sections;
    }

    private IEnumerable<MailSection> ReturnOf(OrderMail mail, ReturnRequest request, Texts texts)
    {
        if (mail.Kind == OrderMailKind.ReturnAsked)
            yield return new(texts.Get("mail.return"), [.. ReturnTexts.LinesOf(mail.Order, request, texts)]);
        if (mail.Kind is OrderMailKind.ReturnApproved or OrderMailKind.ReturnDeclined && request.Answer?.Text is { } word)
            yield return new(texts.Get("mail.return.word"), [word]);
        if (mail.Kind == OrderMailKind.ReturnApproved)
            yield return new(texts.Get("mail.return.how"), [ReturnTexts.HowToSendAtOurCost(shop, texts)]);
    }

    /// <summary>Where the function is by which the shopper withdraws: that it is told belongs to it (art. 6(1)(h)).</summary>
    private MailSection WithdrawalOf(Order order, Texts texts) =>
        new(texts.Get("mail.withdraw"), [texts.Get("mail.withdraw.text")], IsSmall: true)
        {
            Links =
            [
                new MailLink(
                    texts.Get("menu.withdraw"), new Uri(shop.BaseUrl(), $"/withdraw?lang={texts.Language.Code}&order={order.Number}")),
            ],
        };

    private static IEnumerable<string> CourierNote(Order order, Texts texts) =>
        order.Address.CourierNote is { } note ? [texts.Get("mail.courier", ("note", note))] : [];
}
