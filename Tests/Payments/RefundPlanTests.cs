using CommerceBot.Catalog;
using CommerceBot.Desk.Exports;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Tests.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Payments;

/// <summary>Who gets back how much of what. The amounts of the tables were worked out by hand.</summary>
public sealed class RefundPlanTests
{
    /// <summary>
    /// Order: currency, VAT in percent, lines as pieces x unit price, delivery. Request. Expected: amount, then amount/VAT
    /// of each part.
    /// </summary>
    [Theory]
    // 2 x 10.00 and 5.00 delivery at 22 %: VAT 3.61 (20.00 - 16.39) and 0.90 (5.00 - 4.10).
    [InlineData("EUR", 22, "2x1000", 500, "all", 2500, "a:2:2000/361 delivery:0:500/90")]
    // One of two pieces: 10.00 of 20.00, half of 3.61 is 1.805, the half cent stays with the first.
    [InlineData("EUR", 22, "2x1000", 500, "a:1", 1000, "a:1:1000/181")]
    [InlineData("EUR", 22, "2x1000", 500, "delivery", 500, "delivery:0:500/90")]
    [InlineData("EUR", 22, "2x1000", 500, "a:2 delivery", 2500, "a:2:2000/361 delivery:0:500/90")]
    // 10.00 shared over 10.00, 10.00 and 10.00: 3.34, 3.33, 3.33. VAT 1.80 of 10.00: 0.60 (0.6012), 0.60, 0.60.
    [InlineData("EUR", 22, "1x1000 1x1000", 1000, "1000", 1000, "a:0:334/60 b:0:333/60 delivery:0:333/60")]
    // 0.01 over 19.90 and 4.90: all of it to the larger.
    [InlineData("EUR", 22, "1x1990", 490, "1", 1, "a:0:1/0")]
    // Yen have no decimals: 1000 over 1500 and 800 is 652.17 and 347.83.
    [InlineData("JPY", 10, "1x1500", 800, "1000", 1000, "a:0:652/59 delivery:0:348/32")]
    [InlineData("JPY", 10, "3x500", 0, "a:2", 1000, "a:2:1000/91")]
    // Dinars have three decimals and move in tens of fils: 10.000 over 12.340 and 2.000 is 8.605 (860 tens and a
    // remainder of .53) and 1.394 (139 and .47).
    [InlineData("KWD", 0, "1x12340", 2000, "10000", 10000, "a:0:8610/0 delivery:0:1390/0")]
    [InlineData("KWD", 0, "3x1000", 0, "a:1", 1000, "a:1:1000/0")]
    // Shillings move in hundreds: 1000 over 1500 and 900 is 6.25 and 3.75 hundreds.
    [InlineData("UGX", 18, "1x1500", 900, "1000", 1000, "a:0:600/92 delivery:0:400/61")]
    [InlineData("EUR", 22, "1x1000", 0, "all", 1000, "a:1:1000/180")]
    public void A_refund_is_shared_to_the_last_minor_unit(
        string currency, int vat, string lines, long delivery, string request, long amount, string parts)
    {
        var (order, ledger) = Paid(currency, vat, lines, delivery);

        var asked = Pay.Refund(order, ledger, Request(request, order));

        Assert.Equal(new Money(amount, order.Currency), asked.RefundOf()!.Amount);
        Assert.Equal(
            parts,
            string.Join(
                ' ', asked
                    .Ledger.Refunds[^1]
                    .Parts.Select(part => $"{part.Sku?.Value ?? "delivery"}:{part.Pieces}:{part.Amount.Minor}/{part.Vat.Minor}")));
    }

    [Theory]
    [InlineData("EUR", "2501", "Only 25.00 EUR")]
    [InlineData("EUR", "0", "more than nothing")]
    [InlineData("EUR", "-5", "more than nothing")]
    [InlineData("EUR", "USD 5", "was paid in EUR")]
    [InlineData("EUR", "a:3", "not so many pieces")]
    [InlineData("EUR", "a:0", "not so many pieces")]
    [InlineData("EUR", "b:1", "not so many pieces")]
    [InlineData("KWD", "1005", "steps of 10")]
    [InlineData("UGX", "150", "steps of 100")]
    public void What_cannot_go_back_is_refused_with_the_reason(string currency, string request, string reason)
    {
        var (order, ledger) = Paid(currency, 0, "2x1000", 500);

        var refused = Pay.Refund(order, ledger, Request(request, order));

        Assert.Empty(refused.Calls);
        Assert.Contains(reason, refused.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_goes_back_of_what_was_not_paid_or_is_disputed_or_has_gone_back()
    {
        var (order, paid) = Paid("EUR", 22, "2x1000", 500);
        Assert.NotNull(Pay.Refund(Some.Order(), Pay.Opened(Some.Order()), new RefundRequest.Everything()).Refusal);
        var disputed = Assert
            .IsType<LedgerChange.Accepted>(
                paid.Add(new PaymentFact(PaymentFactKind.Disputed, "dp_1", 1, order.Total, Some.Noon, null, null, "pi_1")))
            .Ledger;
        Assert.Contains("disputed", Pay.Refund(order, disputed, new RefundRequest.Everything()).Refusal!.Detail, StringComparison.Ordinal);
        var all = Pay.Refund(order, paid, new RefundRequest.Everything());
        Assert.NotNull(Pay.Refund(order, all.Ledger, new RefundRequest.Everything()).Refusal);
    }

    [Fact]
    public void An_order_whose_last_money_goes_back_before_it_ships_is_called_off_and_its_goods_are_free()
    {
        var (order, ledger) = Paid("EUR", 22, "2x1000", 500);
        var part = Pay.Refund(order, ledger, Request("a:1", order), restock: true);
        Assert.Equal(OrderState.Paid, part.Order.State);
        Assert.Equal([new StockLine(new Sku("a"), 1)], Assert.IsType<StockEffect.Restock>(part.Stock).Lines);
        Assert.Equal([NoticeKind.RefundAsked], part.Told());

        var rest = Pay.Refund(part.Order, part.Ledger, new RefundRequest.Everything());
        Assert.Equal((OrderState.Cancelled, 1500L), (rest.Order.State, rest.RefundOf()!.Amount.Minor));
        Assert.Equal(order.Stock, Assert.IsType<StockEffect.Restock>(rest.Stock).Lines);
        Assert.Equal([NoticeKind.CancelledWithRefund], rest.Told());

        var late = Pay.Refund(order with { State = OrderState.Shipped }, ledger, new RefundRequest.Everything());
        Assert.Equal((OrderState.Shipped, new StockEffect.Keep()), (late.Order.State, late.Stock));
    }

    /// <summary>
    /// Against a naive model that counts minor units and pieces: nothing is given back twice, and the whole is the
    /// whole of every line's VAT.
    /// </summary>
    [Fact]
    public void Refunds_of_any_kind_and_number_add_up()
    {
        var requests = Gen.OneOf(
            Gen.Long[1, 4000].Select(amount => $"{amount}"),
            Gen.Select(Gen.OneOf(Gen.Const("a"), Gen.Const("b")), Gen.Int[1, 3], (sku, pieces) => $"{sku}:{pieces}"),
            Gen.Const("delivery"));
        var goods = Gen.Select(Gen.Int[1, 3], Gen.Long[1, 999], Gen.Int[1, 2], Gen.Long[1, 999]);
        Gen.Select(goods, Gen.Long[0, 700], Gen.OneOf(Gen.Const(22), Gen.Const(10), Gen.Const(0)), requests.Array[0, 12])
            .Sample(
                (bought, delivery, otherVat, asked) =>
                {
                    var (aPieces, aPrice, bPieces, bPrice) = bought;
                    var (order, ledger) = Paid("EUR", 22, $"{aPieces}x{aPrice} {bPieces}x{bPrice}", delivery, otherVat);
                    var left = order.Total.Minor;
                    foreach (var request in asked.Append("all"))
                    {
                        var given = Pay.Refund(order, ledger, Request(request, order));
                        if (given.RefundOf() is not { } call)
                            continue;
                        ledger = Pay.Hear(order, given.Ledger, new RefundsSeen(order.Id, null, [Done(call)])).Ledger;
                        var parts = ledger.Refunds[^1].Parts;
                        Assert.Equal(call.Amount.Minor, parts.Sum(part => part.Amount.Minor));
                        Assert.All(parts, part => Assert.True(part.Vat.Minor >= 0 && part.Vat <= part.Amount));
                        left -= call.Amount.Minor;
                        Assert.True(left >= 0);
                    }

                    Assert.Equal((0, PaymentState.Refunded), (left, ledger.State));
                    var back = ledger.Refunds.SelectMany(refund => refund.Parts).ToLookup(part => part.Sku);
                    foreach (var line in order.Lines)
                        Assert.Equal(
                            (line.Total.Minor, line.Vat.Minor, true),
                            (
                                back[line.Sku].Sum(part => part.Amount.Minor),
                                back[line.Sku].Sum(part => part.Vat.Minor),
                                back[line.Sku].Sum(part => part.Pieces) <= line.Quantity));
                    Assert.Equal(
                        (order.Delivery.Price.Minor, order.Delivery.Vat.Minor),
                        (back[null].Sum(part => part.Amount.Minor), back[null].Sum(part => part.Vat.Minor)));
                    foreach (var share in order.VatByRate())
                        Assert.Equal((share.Gross.Minor, share.Vat.Minor), WentBack(order, ledger, share.Rate));
                },
                iter: 2000);
    }

    /// <summary>Gross and VAT of one rate that went back, as the daily takings tell it.</summary>
    private static (long Gross, long Vat) WentBack(Order order, PaymentLedger ledger, VatRate rate)
    {
        var parts = TakingsByRate.Of(order, ledger).Where(part => part.Rate == rate && part.Gross.Minor < 0).ToList();
        return (-parts.Sum(part => part.Gross.Minor), -parts.Sum(part => part.Vat.Minor));
    }

    private static RefundSnapshot Done(RefundPayment call) =>
        new($"re_{call.Refund}", RefundStatus.Succeeded, call.Amount, call.Payment, "ch_1", call.Refund, null);

    private static RefundRequest Request(string text, Order order)
    {
        if (text == "all")
            return new RefundRequest.Everything();
        if (text.StartsWith("USD ", StringComparison.Ordinal))
            return new RefundRequest.Amount(new Money(long.Parse(text[4..], System.Globalization.CultureInfo.InvariantCulture),
                new Currency("USD")));
        if (long.TryParse(text, out var amount))
            return new RefundRequest.Amount(new Money(amount, order.Currency));
        var words = text.Split(' ');
        return new RefundRequest.Pieces(
            [
                .. words
                    .Where(word => word != "delivery")
                    .Select(word => word.Split(':'))
                    .Select(word => new StockLine(new Sku(word[0]), int.Parse(word[1], System.Globalization.CultureInfo.InvariantCulture))),
            ],
            words.Contains("delivery"));
    }

    /// <summary>A paid order of lines a, b, ... such as <c>2x1000 1x500</c>.</summary>
    private static (Order Order, PaymentLedger Ledger) Paid(
        string code, int vat, string lines, long delivery, int? otherVat = null)
    {
        var currency = new Currency(code);
        var made = lines
            .Split(' ')
            .Select(
                (text, at) =>
                {
                    var (pieces, price) = (
                        int.Parse(text.Split('x')[0], System.Globalization.CultureInfo.InvariantCulture),
                        new Money(long.Parse(text.Split('x')[1], System.Globalization.CultureInfo.InvariantCulture), currency));
                    var total = price * pieces;
                    var rate = VatRate.Percent(at == 0 ? vat : otherVat ?? vat);
                    return new OrderLine(new Sku($"{(char)('a' + at)}"), "Thing", "", price, pieces, total, rate, rate.Inside(total), null);
                }
            )
            .ToList();
        var cost = new Money(delivery, currency);
        var goods = made.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Total);
        var order = Some.Order(OrderState.Paid) with
        {
            Lines = made, Goods = goods, Total = goods + cost,
            Delivery = OrderDelivery.Of(
                new DeliveryMethod(new DeliveryMethodId("post"), "Post", cost, [], null), cost, made,
                StripeChargeLimits.Instance.Step(currency)),
        };
        var paid = new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, order.Total, Some.Noon, "ch_1", null);
        return (order, Assert.IsType<LedgerChange.Accepted>(PaymentLedger.Empty(order.Id).Add(paid)).Ledger);
    }
}
