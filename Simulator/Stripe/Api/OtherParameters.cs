using CommerceBot.Simulator.Stripe.Forms;
using static CommerceBot.Simulator.Stripe.Forms.Rules;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>The parameters of every request but the creation of a session.</summary>
internal static class OtherParameters
{
    public static GroupRule Nothing { get; } = Group(Maybe("expand", Expand));

    public static GroupRule Address { get; } =
        Group(
            Maybe("city", Text(5000, clearable: true)), Maybe("country", Text(5000, clearable: true)),
            Maybe("line1", Text(5000, clearable: true)), Maybe("line2", Text(5000, clearable: true)),
            Maybe("postal_code", Text(5000, clearable: true)), Maybe("state", Text(5000, clearable: true)));

    public static GroupRule ListLineItems { get; } = Group(Paged());

    public static GroupRule ListSessions { get; } = Group([
        .. Paged(),
        Maybe("created", Created),
        Maybe("customer", Text(255)),
        Maybe("customer_account", NotSimulated("it has no connected accounts.")),
        Maybe("customer_details", Group(Maybe("email", Mail))),
        Maybe("payment_intent", Text(255)),
        Maybe("payment_link", NotSimulated("it has no payment links.")),
        Maybe("status", OneOf("open", "complete", "expired")),
        Maybe("subscription", NotSimulated("it has no subscriptions."))]);

    public static GroupRule ListIntents { get; } = Group([.. Paged(), Maybe("created", Created), Maybe("customer", Text(255))]);

    public static GroupRule ListCharges { get; } =
        Group([.. Paged(), Maybe("created", Created), Maybe("customer", Text(255)), Maybe("payment_intent", Text(255))]);

    public static GroupRule ListRefunds { get; } =
        Group([.. Paged(), Maybe("created", Created), Maybe("charge", Text(255)), Maybe("payment_intent", Text(255))]);

    public static GroupRule ListDisputes { get; } =
        Group([.. Paged(), Maybe("created", Created), Maybe("charge", Text(255)), Maybe("payment_intent", Text(255))]);

    public static GroupRule ListEvents { get; } = Group([
        .. Paged(),
        Maybe("created", Created),
        Maybe("delivery_success", Flag),
        Maybe("type", Text(255)),
        Maybe("types", ListOf(Text(255), 20))]);

    public static GroupRule ListCustomers { get; } = Group([.. Paged(), Maybe("created", Created), Maybe("email", Mail)]);

    public static GroupRule CreateRefund { get; } = Group(
        Maybe("amount", Whole(1, Currencies.LargestAmount)),
        Maybe("charge", Text(255)),
        Maybe("currency", NotSimulated("it has no customer balances.")),
        Maybe("customer", NotSimulated("it has no customer balances.")),
        Maybe("expand", Expand),
        Maybe("instructions_email", Mail),
        Maybe("metadata", Metadata),
        Maybe("origin", NotSimulated("it has no customer balances.")),
        Maybe("payment_intent", Text(255)),
        Maybe("reason", OneOf("duplicate", "fraudulent", "requested_by_customer")),
        Maybe("refund_application_fee", OffOnly("it has no connected accounts.")),
        Maybe("reverse_transfer", OffOnly("it has no connected accounts.")));

    public static GroupRule UpdateRefund { get; } =
        Group(Maybe("expand", Expand), Maybe("metadata", new MetadataRule { KeepsUnset = true }));

    public static GroupRule CreateCustomer { get; } = Group(
        Maybe("address", Address),
        Maybe("description", Text(5000, clearable: true)),
        Maybe("email", Mail),
        Maybe("expand", Expand),
        Maybe("metadata", Metadata),
        Maybe("name", Text(256)),
        Maybe("phone", Text(20)),
        Maybe("preferred_locales", ListOf(Text(20), 10)),
        Maybe("shipping", Group(Must("address", Address), Must("name", Text(5000)), Maybe("phone", Text(5000)))));

    private static Field[] Paged() =>
    [
        Maybe("expand", Expand), Maybe("limit", Whole(1, 100)), Maybe("starting_after", Text(255)), Maybe("ending_before", Text(255)),
    ];
}
