using System.Globalization;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

/// <summary>Prices of one piece with a part of a cent: exact for the piece, rounded once for the line.</summary>
public sealed class DecimalPriceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("33.335", 3, 100)]
    [InlineData("0.5", 101, 51)]
    [InlineData("0.4", 250, 100)]
    [InlineData("12.499999999999", 10, 125)]
    [InlineData("2490.5", 2, 4981)]
    [InlineData("99999999", 1, 99_999_999)]
    public async Task A_part_of_a_cent_counts_once_the_pieces_are_added_up(string unit, long quantity, long total)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync(Priced(unit, quantity));
        Assert.Equal((total, total), (session.AmountSubtotal, session.AmountTotal));
        await environment.PayAsync(session.Id);
        Assert.Equal(total, (await environment.GetAsync(session.Id, "payment_intent")).PaymentIntent.AmountReceived);
    }

    [Theory]
    [InlineData("33.335", "33.335", null)]
    [InlineData("33.3350", "33.335", null)]
    [InlineData("2490.00", "2490", 2490L)]
    [InlineData("50.5", "50.5", null)]
    public async Task The_price_tells_the_exact_amount_and_the_whole_one_only_if_it_is_whole(string unit, string told, long? whole)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync(Priced(unit, 4));
        var line = Assert.Single(await environment.Stripe.V1.Checkout.Sessions.LineItems.ListAsync(session.Id, cancellationToken: Cancel));
        Assert.Equal(whole, line.Price.UnitAmount);
        Assert.Equal(told, line.Price.RawJsonElement!.Value.GetProperty("unit_amount_decimal").GetString());
    }

    [Fact]
    public async Task The_page_shows_what_one_piece_costs_to_its_last_digit()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = Priced("33.335", 3);
        options.Locale = "en";
        var page = System.Net.WebUtility.HtmlDecode(
            await environment.Browser.GetStringAsync((await environment.CreateAsync(options)).Url, Cancel));
        Assert.Contains("€0.33335 each", page, StringComparison.Ordinal);
        Assert.Contains("Pay €1.00", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kwd", "1000.5", 20, true)]
    [InlineData("kwd", "1000.5", 10, false)]
    public async Task A_line_is_round_where_its_currency_wants_it(string currency, string unit, long quantity, bool good)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var making = environment.CreateAsync(Priced(unit, quantity, currency));
        if (good) Assert.Equal(20010, (await making).AmountTotal);
        else Assert.Equal("line_items[0][price_data][unit_amount_decimal]", (await Assert.ThrowsAsync<StripeException>(() => making))
            .StripeError.Param);
    }

    private static SessionCreateOptions Priced(string unit, long quantity, string currency = "eur")
    {
        var options = StripeTestEnvironment.Cart(quantity: quantity, currency: currency);
        options.LineItems[0].PriceData.UnitAmount = null;
        options.LineItems[0].PriceData.UnitAmountDecimal = decimal.Parse(unit, CultureInfo.InvariantCulture);
        return options;
    }
}
