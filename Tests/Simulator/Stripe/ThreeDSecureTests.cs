using Stripe;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class ThreeDSecureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("three_d_secure", "3155")]
    [InlineData("4000000000003220", "3220")]
    public async Task A_shopper_who_proves_who_they_are_has_paid(string card, string last4)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        Assert.Equal("paid", await environment.PayAsync(id, new { card }));

        var charge = (await environment.GetAsync(id, "payment_intent.latest_charge")).PaymentIntent.LatestCharge;
        Assert.Equal(
            (last4, "authenticated"),
            (charge.PaymentMethodDetails.Card.Last4, charge.PaymentMethodDetails.Card.ThreeDSecure.Result));
        Assert.Equal(
            [
                "payment_intent.created",
                "payment_intent.requires_action",
                "charge.succeeded",
                "payment_intent.succeeded",
                "checkout.session.completed",
            ],
            await environment.EventTypesAsync());
        var asked = (PaymentIntent)environment.Verify(await environment.WebhookAsync("payment_intent.requires_action")).Data.Object;
        Assert.Equal(("requires_action", "redirect_to_url"), (asked.Status, asked.NextAction.Type));
        Assert.Null(asked.LatestChargeId);
    }

    [Fact]
    public async Task One_who_cannot_has_not_paid_and_may_try_again()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        Assert.Equal("declined", await environment.PayAsync(id, new { card = "three_d_secure", challenge = "fail" }));

        Assert.Equal(
            ["payment_intent.created", "payment_intent.requires_action", "payment_intent.payment_failed"],
            await environment.EventTypesAsync());
        var failed = (await environment.Stripe.V1.PaymentIntents.ListAsync(cancellationToken: Cancel)).Single();
        Assert.Equal(("requires_payment_method", "payment_intent_authentication_failure"), (failed.Status, failed.LastPaymentError.Code));
        Assert.Empty(await environment.Stripe.V1.Charges.ListAsync(cancellationToken: Cancel));
        var session = await environment.GetAsync(id);
        Assert.Equal(("open", "unpaid", null), (session.Status, session.PaymentStatus, session.PaymentIntentId));

        Assert.Equal("paid", await environment.PayAsync(id, new { card = "success" }));
        Assert.Equal(failed.Id, (await environment.GetAsync(id)).PaymentIntentId);
    }

    [Fact]
    public async Task A_question_left_open_keeps_the_session_open_until_its_time_is_up()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        Assert.Equal("challenged", await environment.PayAsync(id, new { card = "three_d_secure", challenge = "leave" }));
        Assert.Equal("open", (await environment.GetAsync(id)).Status);
        environment.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal("expired", (await environment.GetAsync(id)).Status);
        Assert.Equal("canceled", (await environment.Stripe.V1.PaymentIntents.ListAsync(cancellationToken: Cancel)).Single().Status);
    }

    [Fact]
    public async Task On_the_page_the_bank_asks_on_a_page_of_its_own()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        using var asked = await CheckoutForm.PostAsync(environment, session.Id, ("number", "4000 0025 0000 3155"));
        var challenge = $"/simulator/stripe/checkout/{session.Id}/challenge";
        Assert.Equal((303, challenge), ((int)asked.StatusCode, asked.Headers.Location!.ToString()));
        var page = await environment.Browser.GetStringAsync(challenge, Cancel);
        Assert.Contains("€49.80", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("3155", page, StringComparison.Ordinal);

        using var failed = await CheckoutForm.AnswerAsync(environment, session.Id, page, "fail");
        Assert.Equal(402, (int)failed.StatusCode);
        Assert.Contains("could not confirm that it is you", await failed.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var stale = await CheckoutForm.AnswerAsync(environment, session.Id, page, "complete");
        Assert.Equal((303, $"/simulator/stripe/checkout/{session.Id}"), ((int)stale.StatusCode, stale.Headers.Location!.ToString()));

        using var again = await CheckoutForm.PostAsync(environment, session.Id, ("number", "4000 0000 0000 3220"));
        using var paid = await CheckoutForm.AnswerAsync(
            environment, session.Id, await environment.Browser.GetStringAsync(challenge, Cancel), "complete");
        Assert.Equal($"http://shop.example/thanks/abc?session={session.Id}", paid.Headers.Location!.ToString());
        Assert.Equal("paid", (await environment.GetAsync(session.Id)).PaymentStatus);
        using var done = await environment.Browser.GetAsync(challenge, Cancel);
        Assert.Equal(paid.Headers.Location, done.Headers.Location);
    }

    [Fact]
    public async Task Nobody_else_can_answer_for_the_shopper()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        await environment.PayAsync(session.Id, new { card = "three_d_secure", challenge = "leave" });
        using var forged = await CheckoutForm.AnswerAsync(
            environment, session.Id, $"name=\"token\" value=\"{new string('0', 64)}\"", "complete");
        Assert.Equal(303, (int)forged.StatusCode);
        Assert.Equal("open", (await environment.GetAsync(session.Id)).Status);
    }

    [Fact]
    public async Task A_debit_is_chosen_on_the_page_without_typing_a_number()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        using var done = await CheckoutForm.PostAsync(
            environment, session.Id, ("method", "sepa_debit"), ("number", ""), ("expiry", ""), ("code", ""));
        Assert.Equal($"http://shop.example/thanks/abc?session={session.Id}", done.Headers.Location!.ToString());
        Assert.Equal("unpaid", (await environment.GetAsync(session.Id)).PaymentStatus);
        Assert.Contains("on its way", await environment.Browser.GetStringAsync(session.Url, Cancel), StringComparison.Ordinal);
        using var unknown = await CheckoutForm.PostAsync(environment, (await environment.CreateAsync()).Id, ("method", "paypal"));
        Assert.Equal(422, (int)unknown.StatusCode);
    }
}
