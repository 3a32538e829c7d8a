using CommerceBot.Simulator.Stripe.Forms;
using static CommerceBot.Simulator.Stripe.Forms.Rules;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>The parameters of payment intents that the shop's own server confirms, as Stripe's CLI and test suites make them.</summary>
internal static class IntentParameters
{
    private const string CardsOnly = "it confirms test cards on the server, at once and whole.";
    private const string NoConnect = "it has no connected accounts.";

    private static readonly Field[] Confirming =
    [
        Maybe("capture_method", Only("automatic_async", "it captures at once.", "automatic", "manual")),
        Maybe("confirmation_token", NotSimulated(CardsOnly)),
        Maybe("error_on_requires_action", Flag),
        Maybe("expand", Expand),
        Maybe("mandate", NotSimulated(CardsOnly)),
        Maybe("mandate_data", NotSimulated(CardsOnly)),
        Maybe("off_session", OffOnly(CardsOnly)),
        Maybe("payment_method", Text(255)),
        Maybe("payment_method_data", NotSimulated("send a test card such as payment_method=pm_card_visa.")),
        Maybe("payment_method_options", NotSimulated(CardsOnly)),
        Maybe("payment_method_types", ListOf(Only("card", CardsOnly, "sepa_debit", "customer_balance", "us_bank_account", "link"), 10)),
        Maybe("radar_options", NotSimulated(CardsOnly)),
        Maybe("receipt_email", Mail),
        Maybe("return_url", Link),
        Maybe("setup_future_usage", OneOf("off_session", "on_session")),
        Maybe("shipping", SessionParameters.Shipping),
        Maybe("use_stripe_sdk", Flag),
    ];

    public static GroupRule Create { get; } = Group([
        .. Confirming,
        Must("amount", Whole(1, Currencies.LargestAmount)),
        Maybe("application_fee_amount", NotSimulated(NoConnect)),
        Maybe("automatic_payment_methods", Group(Must("enabled", Flag), Maybe("allow_redirects", OneOf("always", "never")))),
        Maybe("confirm", Flag),
        Maybe("confirmation_method", Only("automatic", CardsOnly, "manual")),
        Must("currency", Currency),
        Maybe("customer", Text(255)),
        Maybe("description", Text(1000, clearable: true)),
        Maybe("metadata", Metadata),
        Maybe("on_behalf_of", NotSimulated(NoConnect)),
        Maybe("statement_descriptor", SessionParameters.StatementDescriptor),
        Maybe("statement_descriptor_suffix", SessionParameters.StatementDescriptor),
        Maybe("transfer_data", NotSimulated(NoConnect)),
        Maybe("transfer_group", NotSimulated(NoConnect))]);

    public static GroupRule Confirm { get; } = Group(Confirming);

    public static GroupRule Cancel { get; } = Group(
        Maybe("cancellation_reason", OneOf("abandoned", "duplicate", "fraudulent", "requested_by_customer")),
        Maybe("expand", Expand));
}
