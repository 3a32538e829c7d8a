using System.Text.Json;
using CommerceBot.Tests.Simulator.Stripe;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>Every answer and event of the simulator, read by Stripe.net: nothing in it is unknown, nothing is lost.</summary>
public sealed class AnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_is_answered_with_what_Stripe_net_knows_to_the_last_word()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var checkout = await BusyCheckout.OpenAsync(environment);
        var answered = new HashSet<string>();
        foreach (var (call, answer) in await checkout.AskEverythingAsync())
        {
            Assert.True(
                AnswerCheck.Of(call.Answer, answer) is { Count: 0 },
                $"{call.Method} {call.Path}: {string.Join('\n', AnswerCheck.Of(call.Answer, answer))}");
            answered.Add($"{call.Method} {call.Path}");
        }
        Assert.Equal(StripeCalls.All.Select(call => $"{call.Method} {call.Path}").Order(), answered.Order());
    }

    [Fact]
    public async Task Every_expansion_puts_a_whole_thing_in_the_place_of_its_id()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var checkout = await BusyCheckout.OpenAsync(environment);
        var session = await environment.GetAsync(
            checkout.Paid.Id, "line_items", "customer", "payment_intent.latest_charge.refunds", "payment_intent.customer");
        Assert.Single(session.LineItems);
        Assert.Equal("anna@example.com", session.Customer.Email);
        Assert.Equal(session.CustomerId, session.PaymentIntent.Customer.Id);
        Assert.NotEmpty(session.PaymentIntent.LatestCharge.Refunds);
        Assert.Empty(AnswerCheck.Of(typeof(Session), session.StripeResponse.Content));

        var refund = await environment.Stripe.V1.Refunds.GetAsync(
            checkout.Refund.Id, new RefundGetOptions { Expand = ["charge.payment_intent", "payment_intent"] }, cancellationToken: Cancel);
        Assert.Equal(refund.PaymentIntent.Id, refund.Charge.PaymentIntent.Id);
        Assert.Empty(AnswerCheck.Of(typeof(Refund), refund.StripeResponse.Content));

        var disputes = await environment.Stripe.V1.Disputes.ListAsync(
            new DisputeListOptions { Expand = ["data.charge.customer", "data.payment_intent"] }, cancellationToken: Cancel);
        Assert.All(disputes, dispute => Assert.Equal(dispute.PaymentIntentId, dispute.Charge.PaymentIntentId));
        Assert.Empty(AnswerCheck.Of(typeof(StripeList<Dispute>), disputes.StripeResponse.Content));
    }

    [Fact]
    public async Task Every_event_is_parsed_and_holds_its_thing()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await BusyCheckout.OpenAsync(environment);
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var raised in (await environment.LedgerAsync()).GetProperty("events").EnumerateArray())
        {
            var json = raised.GetRawText();
            Assert.True(AnswerCheck.Of(typeof(Event), json) is { Count: 0 }, string.Join('\n', AnswerCheck.Of(typeof(Event), json)));
            var parsed = EventUtility.ParseEvent(json);
            Assert.Equal(raised.GetProperty("data").GetProperty("object").GetProperty("id").GetString(), ((IHasId)parsed.Data.Object).Id);
            types.Add(parsed.Type);
        }
        Assert.Equal(BusyCheckout.AllEvents.Order(StringComparer.Ordinal), types);
        Assert.All(types, type => Assert.Contains(type, KnownEvents));
    }

    [Theory]
    [InlineData("""{"id":"re_1","object":"refund","colour":"red"}""", "no such thing")]
    [InlineData("""{"id":"re_1","object":"refund","amount":"5"}""", "Int64 is not")]
    [InlineData("""{"id":"re_1","object":"refund","amount":null}""", "cannot be")]
    [InlineData("""{"id":"re_1","object":"refund","pending_reason":"bored"}""", "not one of")]
    [InlineData("""{"id":"re_1","object":"refund","metadata":{"a":1}}""", "not a text")]
    [InlineData("""{"id":"re_1","object":"refund","destination_details":"card"}""", "is an object")]
    [InlineData("""{"id":"re_1","object":"refund","charge":{"id":"ch_1","object":"charge","sum":5}}""", "Charge has no such thing")]
    public void An_answer_that_Stripe_net_would_misread_is_seen(string json, string complaint) =>
        Assert.Contains(AnswerCheck.Of(typeof(Refund), json), wrong => wrong.Contains(complaint, StringComparison.Ordinal));

    /// <summary>The event types that the library has a name for.</summary>
    private static HashSet<string> KnownEvents { get; } =
        [.. typeof(EventTypes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
