using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments.Stripe;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.Orders;

/// <summary>Several rates of VAT in one shop, and in one order.</summary>
public sealed class VatRatesTests
{
    private static readonly VatRates Italian = new(Some.Vat22, new Dictionary<VatClass, VatRate>
    {
        [VatClass.Reduced] = VatRate.Percent(10), [VatClass.SecondReduced] = VatRate.Percent(5),
        [VatClass.SuperReduced] = VatRate.Percent(4),
    });

    [Fact]
    public void A_shop_has_a_rate_for_each_class_that_it_set_and_none_for_the_others()
    {
        var rates = Read(("Shop:VatRates:reduced", "10"), ("Shop:VatRates:super_reduced", "4,8")).Prices.Vat;
        Assert.Equal(VatRate.Percent(22), rates.Find(VatClass.Standard));
        Assert.Equal(VatRate.Percent(10), rates.Find(VatClass.Reduced));
        Assert.Equal(VatRate.Percent(4.8m), rates.Find(VatClass.SuperReduced));
        Assert.Equal(VatRate.Percent(0), rates.Find(VatClass.Zero));
        Assert.Null(rates.Find(VatClass.SecondReduced));
        Assert.Equal("22 %, 10 %, 4.8 %", rates.ToString());
    }

    [Theory]
    [InlineData("Shop:VatRates:redcued", "10", "is of no class of VAT: write reduced, second_reduced, super_reduced, parking, zero")]
    [InlineData("Shop:VatRates:standard", "20", "the standard rate is Shop:VatRate")]
    [InlineData("Shop:VatRates:reduced", "much", "Shop:VatRates:reduced is 'much'")]
    [InlineData("Shop:VatRates:reduced", "", "Shop:VatRates:reduced is empty")]
    [InlineData("Shop:VatRates:reduced", "-4", "Shop:VatRates:reduced is '-4'")]
    [InlineData("Shop:VatRates:reduced", "23", "above Shop:VatRate, which is 22 %")]
    [InlineData("Shop:VatRates:zero", "4", "Shop:VatRates:zero is '4' in appsettings.json: this class is 0")]
    public void A_rate_that_cannot_be_meant_stops_the_start_and_is_named(string setting, string value, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidOperationException>(() => Read((setting, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Goods_of_a_class_without_a_rate_cannot_be_bought()
    {
        var product = Some.Product() with { VatClass = VatClass.Parking };
        var quoted = PriceList.Quote(
            [new StockLine(new Sku("mug-1"), 1)], Some.Stock(product), Some.Courier(), Some.Italy, Some.Terms with { Vat = Italian },
            Some.Noon);
        Assert.Equal(QuoteProblemKind.NotForSale, Assert.Single(Assert.IsType<Quoted.Refused>(quoted).Problems).Kind);
    }

    [Fact]
    public void Delivery_has_the_rates_of_the_goods_it_brings_in_proportion_to_their_prices()
    {
        // 30.00 at 22 % and 10.00 at 4 %: of 4.90 three quarters and one quarter, 3.675 and 1.225.
        var quote = Quote([(3000, VatClass.Standard), (1000, VatClass.SuperReduced)], 490);
        Assert.Equal(
            [(2200, 368L, 66L), (400, 122L, 5L)],
            quote.Delivery.Shares.Select(share => (share.Rate.Hundredths, share.Gross.Minor, share.Vat.Minor)));
        Assert.Equal(541 + 38 + 66 + 5, quote.Vat.Minor);
    }

    /// <summary>Whatever is bought: the parts by rate are the total and its VAT, to the cent, and delivery is shared fairly.</summary>
    [Fact]
    public void The_parts_by_rate_add_up_to_the_totals_to_the_cent()
    {
        var line = Gen.Select(Gen.Long[0, 50_000], Gen.Enum<VatClass>().Where(one => one != VatClass.Parking));
        Gen.Select(line.Array[1, 8], Gen.Long[0, 3000]).Sample(
            (goods, delivery) =>
            {
                if (goods.Sum(one => one.Item1) + delivery < 50)
                    return;
                var quote = Quote(goods, delivery);
                var order = Some.Order() with
                {
                    Lines = quote.Lines, Delivery = quote.Delivery, Goods = quote.Goods, Total = quote.Total, Vat = quote.Vat,
                };
                var byRate = order.VatByRate();
                Assert.Equal(order.Total.Minor, byRate.Sum(share => share.Gross.Minor));
                Assert.Equal(order.Vat.Minor, byRate.Sum(share => share.Vat.Minor));
                Assert.Equal(byRate.Count, byRate.Select(share => share.Rate).Distinct().Count());
                Assert.Equal(delivery, order.Delivery.Shares.Sum(share => share.Gross.Minor));
                Assert.Equal(order.Delivery.Vat.Minor, order.Delivery.Shares.Sum(share => share.Vat.Minor));
                Assert.All(order.Delivery.Shares, share => Assert.Equal(share.Rate.Inside(share.Gross), share.Vat));
                if (order.Goods.Minor > 0)
                    Assert.All(order.Delivery.Shares, share => Assert.True(Math.Abs(
                        ((decimal)share.Gross.Minor * order.Goods.Minor) - ((decimal)delivery * GoodsOf(order, share.Rate)))
                        < order.Goods.Minor));
                var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(order, OrdersJson.Default.Order), OrdersJson.Default.Order)!;
                Assert.Equal(byRate, read.VatByRate());
            },
            iter: 2000);
    }

    [Fact]
    public void An_order_from_before_there_were_classes_reads_as_it_did()
    {
        var json = JsonSerializer.Serialize(Some.Order(), OrdersJson.Default.Order);
        Assert.DoesNotContain("byRate", json, StringComparison.Ordinal);
        var delivery = JsonSerializer.Deserialize(json, OrdersJson.Default.Order)!.Delivery;
        Assert.Equal([new VatShare(Some.Vat22, Some.Eur(490), Some.Eur(88))], delivery.Shares);
    }

    private static long GoodsOf(Order order, VatRate rate) =>
        order.Lines.Where(line => line.VatRate == rate).Sum(line => line.Total.Minor);

    private static Quote Quote(IReadOnlyList<(long Cents, VatClass VatClass)> goods, long delivery)
    {
        var stock = Some.Stock([.. goods.Select((one, at) => Some.Product($"s{at}", one.Cents) with { VatClass = one.VatClass })]);
        var wanted = goods.Select((_, at) => new StockLine(new Sku($"s{at}"), 1)).ToList();
        return Assert.IsType<Quoted.Priced>(PriceList.Quote(
            wanted, stock, Some.Courier(delivery), Some.Italy, Some.Terms with { Vat = Italian }, Some.Noon)).Quote;
    }

    private static ShopSettings Read(params (string Name, string Value)[] set)
    {
        var settings = new ConfigurationManager();
        settings["Delivery:Methods:0:Name"] = "Courier";
        settings["Delivery:Methods:0:Price"] = "5";
        foreach (var (name, value) in set)
            settings[name] = value;
        return ShopOptions.Read(settings, () => new Uri("http://localhost"), isLive: false, StripeChargeLimits.Instance);
    }
}
