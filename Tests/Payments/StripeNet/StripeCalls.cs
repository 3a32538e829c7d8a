using Stripe;
using Stripe.Checkout;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>A call of Stripe's API: what Stripe.net sends with it, and what it makes of the answer.</summary>
/// <param name="Path">Below <c>/v1/</c>; <c>{id}</c> stands for any id.</param>
internal sealed record StripeCall(string Method, string Path, Type Options, Type Answer);

/// <summary>The calls that this project knows of.</summary>
internal static class StripeCalls
{
    public static IReadOnlyList<StripeCall> All { get; } =
    [
        new("POST", "checkout/sessions", typeof(SessionCreateOptions), typeof(Session)),
        new("GET", "checkout/sessions", typeof(SessionListOptions), typeof(StripeList<Session>)),
        new("GET", "checkout/sessions/{id}", typeof(SessionGetOptions), typeof(Session)),
        new("GET", "checkout/sessions/{id}/line_items", typeof(SessionLineItemListOptions), typeof(StripeList<LineItem>)),
        new("POST", "checkout/sessions/{id}/expire", typeof(SessionExpireOptions), typeof(Session)),
        new("GET", "payment_intents", typeof(PaymentIntentListOptions), typeof(StripeList<PaymentIntent>)),
        new("GET", "payment_intents/{id}", typeof(PaymentIntentGetOptions), typeof(PaymentIntent)),
        new("POST", "payment_intents", typeof(PaymentIntentCreateOptions), typeof(PaymentIntent)),
        new("POST", "payment_intents/{id}/confirm", typeof(PaymentIntentConfirmOptions), typeof(PaymentIntent)),
        new("POST", "payment_intents/{id}/cancel", typeof(PaymentIntentCancelOptions), typeof(PaymentIntent)),
        new("GET", "charges", typeof(ChargeListOptions), typeof(StripeList<Charge>)),
        new("GET", "charges/{id}", typeof(ChargeGetOptions), typeof(Charge)),
        new("POST", "refunds", typeof(RefundCreateOptions), typeof(Refund)),
        new("GET", "refunds", typeof(RefundListOptions), typeof(StripeList<Refund>)),
        new("GET", "refunds/{id}", typeof(RefundGetOptions), typeof(Refund)),
        new("POST", "refunds/{id}", typeof(RefundUpdateOptions), typeof(Refund)),
        new("POST", "refunds/{id}/cancel", typeof(RefundCancelOptions), typeof(Refund)),
        new("GET", "disputes", typeof(DisputeListOptions), typeof(StripeList<Dispute>)),
        new("GET", "disputes/{id}", typeof(DisputeGetOptions), typeof(Dispute)),
        new("POST", "disputes/{id}/close", typeof(DisputeCloseOptions), typeof(Dispute)),
        new("GET", "events", typeof(EventListOptions), typeof(StripeList<Event>)),
        new("GET", "events/{id}", typeof(EventGetOptions), typeof(Event)),
        new("POST", "customers", typeof(CustomerCreateOptions), typeof(Customer)),
        new("GET", "customers", typeof(CustomerListOptions), typeof(StripeList<Customer>)),
        new("GET", "customers/{id}", typeof(CustomerGetOptions), typeof(Customer)),
        new("GET", "balance", typeof(BalanceGetOptions), typeof(Balance)),
    ];

    /// <summary>Kinds of things, by the word in their <c>object</c>.</summary>
    public static IReadOnlyDictionary<string, Type> Things { get; } = new Dictionary<string, Type>
    {
        ["checkout.session"] = typeof(Session),
        ["payment_intent"] = typeof(PaymentIntent),
        ["charge"] = typeof(Charge),
        ["refund"] = typeof(Refund),
        ["dispute"] = typeof(Dispute),
        ["customer"] = typeof(Customer),
    };

    /// <param name="path">Below <c>/v1/</c>.</param>
    public static StripeCall? Find(string method, string path) =>
        All.FirstOrDefault(call => call.Method == method && Fits(call.Path.Split('/'), path.Split('/')));

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length
        && template.Zip(path).All(pair => pair.First == "{id}" ? pair.Second.Length > 0 : pair.First == pair.Second);
}
