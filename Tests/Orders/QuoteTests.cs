using CommerceBot.Catalog;
using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class QuoteTests
{
    [Fact]
    public void A_quote_adds_lines_and_delivery_and_the_vat_of_each()
    {
        var quote = Some.Quote(cents: 1990, quantity: 2);

        Assert.Equal(Some.Eur(3980), quote.Goods);
        Assert.Equal(Some.Eur(4470), quote.Total);
        Assert.Equal(Some.Eur(718), quote.Lines[0].Vat);      // 3980 - round(3262.295)
        Assert.Equal(Some.Eur(88), quote.Delivery.Vat);
        Assert.Equal(Some.Eur(806), quote.Vat);
        Assert.Equal("Rosso, M", quote.Lines[0].Options);
    }

    [Fact]
    public void Delivery_is_free_from_the_amount_that_the_merchant_set()
    {
        Assert.Equal(Some.Eur(0), Priced(Ask(2, 1990, Some.Courier(490, 3980))).Delivery.Price);
        Assert.Equal(Some.Eur(490), Priced(Ask(2, 1990, Some.Courier(490, 3981))).Delivery.Price);
    }

    [Theory]
    [InlineData(0, QuoteProblemKind.QuantityOutOfRange)]
    [InlineData(-3, QuoteProblemKind.QuantityOutOfRange)]
    [InlineData(100, QuoteProblemKind.QuantityOutOfRange)]
    [InlineData(6, QuoteProblemKind.FewerLeft)]
    public void A_quantity_that_cannot_be_sold_has_no_price(int quantity, QuoteProblemKind problem) =>
        Assert.Equal(problem, Assert.Single(Refused(Ask(quantity, 1990))).Kind);

    [Fact]
    public void The_same_thing_in_two_lines_cannot_slip_past_what_is_left()
    {
        StockLine[] twice = [new(new Sku("mug-1"), 3), new(new Sku("mug-1"), 3)];

        Assert.Equal(QuoteProblemKind.FewerLeft, Assert.Single(Refused(Ask(twice, 1990))).Kind);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_000)]
    public void A_price_that_cannot_be_charged_is_not_for_sale(long cents) =>
        Assert.Equal(QuoteProblemKind.NotForSale, Assert.Single(Refused(Ask(1, cents))).Kind);

    [Fact]
    public void What_Stripe_cannot_take_is_refused_before_anybody_promises_it()
    {
        Assert.Equal(QuoteProblemKind.TotalTooSmall, Assert.Single(Refused(Ask(1, 49, Some.Courier(0)))).Kind);
        Assert.Equal(QuoteProblemKind.TotalTooLarge, Assert.Single(Refused(Ask(2, 50_000_000))).Kind);
        Assert.Equal(QuoteProblemKind.NothingToBuy, Assert.Single(Refused(Ask([], 1990))).Kind);
        Assert.Equal(QuoteProblemKind.DeliveryNotOffered, Assert.Single(Refused(Ask(1, 1990, Some.Courier(490, null, "FR")))).Kind);
    }

    [Fact]
    public void The_mark_of_a_quote_changes_with_what_is_agreed_and_with_nothing_else()
    {
        Assert.Equal(Some.Quote().Hash, Some.Quote().Hash);
        Assert.NotEqual(Some.Quote().Hash, Some.Quote(cents: 1991).Hash);
        Assert.NotEqual(Some.Quote(cents: 1000, quantity: 2).Hash, Some.Quote(cents: 2000, quantity: 1).Hash);
    }

    [Fact]
    public void A_total_is_always_the_sum_of_its_parts()
    {
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Int[1, 99]).Array[1, 8].Sample(goods =>
        {
            var stock = Some.Stock([.. goods.Select((line, at) => Some.Product($"s{at}", line.Item1, 99))]);
            var wanted = goods.Select((line, at) => new StockLine(new Sku($"s{at}"), line.Item2)).ToList();
            if (PriceList.Quote(wanted, stock, Some.Courier(), Some.Italy, Some.Terms, Some.Noon) is not Quoted.Priced { Quote: var quote })
                return goods.Sum(line => line.Item1 * line.Item2) + 490 > 99_999_999;
            return quote.Total.Minor == goods.Sum(line => line.Item1 * line.Item2) + 490
                && quote.Vat.Minor == quote.Lines.Sum(line => line.Vat.Minor) + quote.Delivery.Vat.Minor
                && quote.Lines.All(line => line.Total == line.UnitPrice * line.Quantity && line.Vat <= line.Total);
        });
    }

    private static Quoted Ask(int quantity, long cents, DeliveryMethod? method = null) =>
        Ask([new StockLine(new Sku("mug-1"), quantity)], cents, method);

    private static Quoted Ask(StockLine[] wanted, long cents, DeliveryMethod? method = null) =>
        PriceList.Quote(wanted, Some.Stock(Some.Product(cents: cents)), method ?? Some.Courier(), Some.Italy, Some.Terms, Some.Noon);

    private static Quote Priced(Quoted quoted) => Assert.IsType<Quoted.Priced>(quoted).Quote;

    private static IReadOnlyList<QuoteProblem> Refused(Quoted quoted) => Assert.IsType<Quoted.Refused>(quoted).Problems;
}
