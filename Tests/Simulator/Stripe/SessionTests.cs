using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class SessionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_session_is_open_unpaid_and_has_a_page_but_no_payment_intent()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        Assert.StartsWith("cs_test_", session.Id, StringComparison.Ordinal);
        Assert.Equal(("open", "unpaid", "payment", false), (session.Status, session.PaymentStatus, session.Mode, session.Livemode));
        Assert.Equal((4980L, 4980L, "eur"), (session.AmountTotal, session.AmountSubtotal, session.Currency));
        Assert.Null(session.PaymentIntentId);
        Assert.Equal($"{environment.Address}/simulator/stripe/checkout/{session.Id}", session.Url);
        Assert.Equal(StripeTestEnvironment.Opening.UtcDateTime.AddHours(24), session.ExpiresAt);
        Assert.Equal("7K3", session.Metadata["order"]);
        Assert.Equal("order-7K3", session.ClientReferenceId);
        Assert.Equal("anna@example.com", session.CustomerDetails.Email);
        Assert.Null(session.LineItems);
    }

    [Fact]
    public async Task Line_items_come_when_asked_for()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        var line = Assert.Single((await environment.GetAsync(id, "line_items")).LineItems);
        Assert.Equal(("Tazza", 2L, 4980L, 2490L), (line.Description, line.Quantity, line.AmountTotal, line.Price.UnitAmount));
        Assert.Single(await environment.Stripe.V1.Checkout.Sessions.LineItems.ListAsync(id, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_paid_session_shows_its_intent_and_charge_with_the_metadata_of_the_intent()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        Assert.Equal("paid", (await environment.PayAsync(id)).GetProperty("outcome").GetString());
        var session = await environment.GetAsync(id, "payment_intent.latest_charge");
        Assert.Equal(("complete", "paid"), (session.Status, session.PaymentStatus));
        Assert.Null(session.Url);
        Assert.Equal(
            ("succeeded", 4980L, 4980L), (session.PaymentIntent.Status, session.PaymentIntent.Amount, session.PaymentIntent.AmountReceived)
        );
        var charge = session.PaymentIntent.LatestCharge;
        Assert.Equal(
            ("succeeded", true, true, "4242"), (charge.Status, charge.Paid, charge.Captured, charge.PaymentMethodDetails.Card.Last4));
        Assert.Equal("facebook:1:2", session.PaymentIntent.Metadata["lane"]);
        Assert.Equal("facebook:1:2", charge.Metadata["lane"]);
        Assert.DoesNotContain("lane", session.Metadata.Keys);
        Assert.Equal(charge.Id, (await environment.Stripe.V1.Charges.GetAsync(charge.Id, cancellationToken: Cancel)).Id);
        Assert.Equal(
            session.PaymentIntentId, (await environment.Stripe.V1.PaymentIntents.ListAsync(cancellationToken: Cancel)).Single().Id);
    }

    [Fact]
    public async Task A_decline_leaves_the_session_open_for_another_card()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        var declined = await environment.PayAsync(id, "insufficient_funds");
        Assert.Equal(
            ("declined", "insufficient_funds"),
            (declined.GetProperty("outcome").GetString(), declined.GetProperty("decline_code").GetString()));
        var open = await environment.GetAsync(id);
        Assert.Equal("open", open.Status);
        Assert.Null(open.PaymentIntentId);
        var failed = (await environment.Stripe.V1.PaymentIntents.ListAsync(cancellationToken: Cancel)).Single();
        Assert.Equal(
            ("requires_payment_method", "card_declined", "insufficient_funds"),
            (failed.Status, failed.LastPaymentError.Code, failed.LastPaymentError.DeclineCode));

        await environment.PayAsync(id);
        Assert.Equal(failed.Id, (await environment.GetAsync(id)).PaymentIntentId);
        Assert.Equal(
            ["succeeded", "failed"],
            (
                await environment.Stripe.V1.Charges.ListAsync(
                    new ChargeListOptions { PaymentIntent = failed.Id }, cancellationToken: Cancel)).Select(charge => charge.Status));
    }

    [Fact]
    public async Task Paying_twice_charges_once()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => environment.PayAsync(id)));
        Assert.Single(outcomes, outcome => outcome.GetProperty("outcome").GetString() == "paid");
        Assert.Single(await environment.Stripe.V1.Charges.ListAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task Only_an_open_session_can_be_expired()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var sessions = environment.Stripe.V1.Checkout.Sessions;
        var id = (await environment.CreateAsync()).Id;
        var expired = await sessions.ExpireAsync(id, cancellationToken: Cancel);
        Assert.Equal("expired", expired.Status);
        Assert.Null(expired.Url);
        var again = await Assert.ThrowsAsync<StripeException>(() => sessions.ExpireAsync(id, cancellationToken: Cancel));
        Assert.Contains("status of `expired`", again.StripeError.Message, StringComparison.Ordinal);

        var paid = (await environment.CreateAsync()).Id;
        await environment.PayAsync(paid);
        var late = await Assert.ThrowsAsync<StripeException>(() => sessions.ExpireAsync(paid, cancellationToken: Cancel));
        Assert.Contains("status of `complete`", late.StripeError.Message, StringComparison.Ordinal);
        Assert.Equal("not_open", (await environment.PayAsync(id)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_session_ends_by_the_clock_and_tells_the_shop()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart();
        options.ExpiresAt = StripeTestEnvironment.Opening.UtcDateTime.AddMinutes(30);
        var id = (await environment.CreateAsync(options)).Id;
        await environment.PayAsync(id, "declined");
        environment.Time.Advance(TimeSpan.FromMinutes(30));
        var told = environment.Verify(await environment.WebhookAsync("checkout.session.expired"));
        Assert.Equal((id, "expired"), (((Session)told.Data.Object).Id, ((Session)told.Data.Object).Status));
        Assert.Equal("expired", (await environment.GetAsync(id)).Status);
        Assert.Equal("canceled", (await environment.Stripe.V1.PaymentIntents.ListAsync(cancellationToken: Cancel)).Single().Status);
    }

    [Fact]
    public async Task Sessions_are_listed_newest_first_in_pages()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Insert(0, (await environment.CreateAsync()).Id);
        await environment.PayAsync(ids[1]);
        var sessions = environment.Stripe.V1.Checkout.Sessions;
        var first = await sessions.ListAsync(new SessionListOptions { Limit = 2 }, cancellationToken: Cancel);
        Assert.Equal(ids[..2], first.Select(session => session.Id));
        Assert.True(first.HasMore);
        var all = new List<string>();
        await foreach (var session in sessions.ListAutoPagingAsync(new SessionListOptions { Limit = 2 }, cancellationToken: Cancel))
            all.Add(session.Id);
        Assert.Equal(ids, all);
        var open = await sessions.ListAsync(
            new SessionListOptions { Status = "open", Expand = ["data.line_items"] }, cancellationToken: Cancel);
        Assert.Equal(4, open.Count());
        Assert.All(open, session => Assert.Single(session.LineItems));
        var early = await sessions.ListAsync(
            new SessionListOptions { Created = new DateRangeOptions { LessThan = StripeTestEnvironment.Opening.UtcDateTime } },
            cancellationToken: Cancel);
        Assert.Empty(early);
        var back = await sessions.ListAsync(new SessionListOptions { EndingBefore = ids[3], Limit = 2 }, cancellationToken: Cancel);
        Assert.Equal(ids[1..3], back.Select(session => session.Id));
    }

    [Fact]
    public async Task A_customer_is_made_when_asked_and_used_when_given()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart();
        options.CustomerCreation = "always";
        var made = await environment.CreateAsync(options);
        await environment.PayAsync(made.Id);
        var customer = (await environment.GetAsync(made.Id, "customer")).Customer;
        Assert.Equal("anna@example.com", customer.Email);

        options = StripeTestEnvironment.Cart();
        (options.CustomerEmail, options.Customer) = (null, customer.Id);
        Assert.Equal(customer.Id, (await environment.CreateAsync(options)).CustomerId);
        options.Customer = "cus_nobody";
        var nobody = await Assert.ThrowsAsync<StripeException>(() => environment.CreateAsync(options));
        Assert.Equal(("resource_missing", "customer"), (nobody.StripeError.Code, nobody.StripeError.Param));
    }

    [Fact]
    public async Task The_delivery_option_is_part_of_the_total()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart();
        options.ShippingOptions =
        [
            new SessionShippingOptionOptions
            {
                ShippingRateData = new SessionShippingOptionShippingRateDataOptions
                {
                    DisplayName = "Corriere", Type = "fixed_amount",
                    FixedAmount = new SessionShippingOptionShippingRateDataFixedAmountOptions { Amount = 590, Currency = "eur" },
                },
            },
        ];
        var session = await environment.CreateAsync(options);
        Assert.Equal((4980L, 5570L, 590L), (session.AmountSubtotal, session.AmountTotal, session.TotalDetails.AmountShipping));
        Assert.Equal(590, session.ShippingCost.AmountTotal);
    }
}
