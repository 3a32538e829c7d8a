using System.Text.RegularExpressions;
using CommerceBot.Simulator.Stripe.Forms;
using static CommerceBot.Simulator.Stripe.Forms.Rules;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>Every parameter that creating a checkout session takes in Stripe's API of 2026-10-28.endive, and what each may hold.</summary>
internal static partial class SessionParameters
{
    private const string CardsOnly = "it plays one-off card payments on the hosted page.";
    private const string NoTax = "it computes no tax; send prices with tax in them.";
    private const string NoConnect = "it has no connected accounts.";
    private const string NoCoupons = "it has no coupons; send discounted lines.";
    private const string NoPrices = "it keeps no catalogue; send price_data.";
    private const string NoInvoices = "it writes no invoices.";

    private static readonly Rule SwitchedOn = Group(Must("enabled", Flag));
    private static readonly Rule TaxBehaviour = OneOf("inclusive", "exclusive", "unspecified");
    private static readonly Rule TextOnPage = Group(Must("message", Text(1200)));
    private static readonly Rule Wait = Group(
        Must("unit", OneOf("business_day", "day", "hour", "month", "week")), Must("value", Whole(1, 1000)));
    private static readonly Rule Named = Group(Must("enabled", Flag), Maybe("optional", Flag));
    private static readonly Rule Picture = Group(Must("type", OneOf("file", "url")), Maybe("file", Text(255)), Maybe("url", Link));

    private static readonly Rule PaymentMethods = ListOf(OneOf(
        "card", "acss_debit", "affirm", "afterpay_clearpay", "alipay", "alma", "amazon_pay", "au_becs_debit", "bacs_debit", "bancontact",
        "billie", "bizum", "blik", "boleto", "cashapp", "crypto", "customer_balance", "eps", "fpx", "giropay", "grabpay", "ideal",
        "kakao_pay", "klarna", "konbini", "kr_card", "link", "mb_way", "mobilepay", "multibanco", "naver_pay", "nz_bank_account", "oxxo",
        "p24", "pay_by_bank", "payco", "paynow", "paypal", "paypay", "payto", "pix", "promptpay", "revolut_pay", "samsung_pay", "satispay",
        "scalapay", "sepa_debit", "sequra", "sofort", "sunbit", "swish", "twint", "upi", "us_bank_account", "wechat_pay", "zip"), 60);

    private static readonly Rule ProductData = Group(
        Must("name", Text(250)),
        Maybe("description", Text(40_000)),
        Maybe("images", ListOf(Link, 8)),
        Maybe("metadata", Metadata),
        Maybe("tax_code", Text(255)),
        Maybe("tax_details", NotSimulated(NoTax)),
        Maybe("unit_label", Text(12)));

    private static readonly Rule LineItem = Group(
        Maybe("price", NotSimulated(NoPrices)),
        Must("price_data", Group(
            Must("currency", Currency),
            Maybe("product", NotSimulated(NoPrices)),
            Must("product_data", ProductData),
            Maybe("recurring", NotSimulated(CardsOnly)),
            Maybe("tax_behavior", TaxBehaviour),
            Maybe("unit_amount", Whole(0, Currencies.LargestAmount)),
            Maybe("unit_amount_decimal", MinorUnits))),
        Must("quantity", Whole(1, 999_999)),
        Maybe(
            "adjustable_quantity",
            Group(
                Must("enabled", OffOnly("the shop has reserved the stock.")), Maybe("maximum", Whole(1, 999_999)),
                Maybe("minimum", Whole(0, 999_999)))),
        Maybe("metadata", Metadata),
        Maybe("tax_rates", NotSimulated(NoTax)));

    private static readonly Rule ShippingOption = Group(
        Maybe("shipping_rate", NotSimulated("it keeps no shipping rates; send shipping_rate_data.")),
        Must("shipping_rate_data", Group(
            Must("display_name", Text(100)),
            Maybe("type", OneOf("fixed_amount")),
            Must("fixed_amount", Group(
                Must("amount", Whole(0, Currencies.LargestAmount)),
                Must("currency", Currency),
                Maybe("currency_options", NotSimulated("a session has one currency.")))),
            Maybe("delivery_estimate", Group(Maybe("maximum", Wait), Maybe("minimum", Wait))),
            Maybe("metadata", Metadata),
            Maybe("tax_behavior", TaxBehaviour),
            Maybe("tax_code", Text(255)))));

    // Above what is made of them: the fields of a class begin in the order in which they stand.
    internal static readonly Rule StatementDescriptor = new PatternRule(22, Descriptor(), "Invalid statement descriptor", null);

    internal static readonly Rule Shipping = Group(
        Must("address", OtherParameters.Address),
        Must("name", Text(5000)),
        Maybe("carrier", Text(5000)),
        Maybe("phone", Text(5000)),
        Maybe("tracking_number", Text(5000)));

    private static readonly Rule IntentData = Group(
        Maybe("application_fee_amount", NotSimulated(NoConnect)),
        Maybe("capture_method", Only("automatic_async", "it captures at once.", "automatic", "manual")),
        Maybe("description", Text(1000, clearable: true)),
        Maybe("metadata", Metadata),
        Maybe("on_behalf_of", NotSimulated(NoConnect)),
        Maybe("receipt_email", Mail),
        Maybe("setup_future_usage", OneOf("off_session", "on_session")),
        Maybe("shipping", Shipping),
        Maybe("statement_descriptor", StatementDescriptor),
        Maybe("statement_descriptor_suffix", StatementDescriptor),
        Maybe("transfer_data", NotSimulated(NoConnect)),
        Maybe("transfer_group", NotSimulated(NoConnect)));

    public static GroupRule Create { get; } =
        Group(
            Maybe("adaptive_pricing", SwitchedOff("the session stays in its currency.")),
            Maybe("after_expiration", NotSimulated("an expired session is not recovered; make a new one.")),
            Maybe("allow_promotion_codes", OffOnly(NoCoupons)), Maybe("allowed_payment_method_types", PaymentMethods),
            Maybe("automatic_tax", SwitchedOff(NoTax)),
            Maybe("billing_address_collection", Only("auto", "its page asks name and country.", "required")),
            Maybe(
                "branding_settings",
                Group(
                    Maybe("background_color", Colour), Maybe("border_style", OneOf("pill", "rectangular", "rounded")),
                    Maybe("button_color", Colour), Maybe("display_name", Text(255)), Maybe("font_family", Text(50)), Maybe("icon", Picture),
                    Maybe("logo", Picture))),
            Maybe("cancel_url", Link), Maybe("client_reference_id", Text(200)),
            Maybe(
                "consent_collection",
                Group(
                    Maybe("payment_method_reuse_agreement", Group(Must("position", OneOf("auto", "hidden")))),
                    Maybe("promotions", Only("none", "it collects no marketing consent.", "auto")),
                    Maybe("terms_of_service", OneOf("none", "required")))),
            Maybe("currency", Currency), Maybe("custom_fields", NotSimulated("its page has no custom fields.")),
            Maybe(
                "custom_text",
                Group(
                    Maybe("after_submit", TextOnPage), Maybe("shipping_address", TextOnPage), Maybe("submit", TextOnPage),
                    Maybe("terms_of_service_acceptance", TextOnPage))),
            Maybe("customer", Text(255)), Maybe("customer_account", NotSimulated(NoConnect)),
            Maybe("customer_creation", OneOf("always", "if_required")), Maybe("customer_email", Mail),
            Maybe(
                "customer_update",
                Group(
                    Maybe("address", OneOf("auto", "never")), Maybe("name", OneOf("auto", "never")),
                    Maybe("shipping", OneOf("auto", "never")))),
            Maybe("discounts", NotSimulated(NoCoupons)), Maybe("excluded_payment_method_types", PaymentMethods), Maybe("expand", Expand),
            Maybe("expires_at", Instant), Maybe("integration_identifier", Text(200)),
            Maybe("invoice_creation", SwitchedOff(NoInvoices, Maybe("invoice_data", NotSimulated(NoInvoices)))),
            Must("line_items", ListOf(LineItem, 100)),
            Maybe(
                "locale",
                OneOf(
                    "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hi-IN", "hr",
                    "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv",
                    "th", "tr", "vi", "zh", "zh-HK", "zh-TW")),
            Maybe("managed_payments", SwitchedOff(CardsOnly)), Maybe("metadata", Metadata),
            Must("mode", Only("payment", CardsOnly, "setup", "subscription")),
            Maybe("name_collection", Group(Maybe("business", Named), Maybe("individual", Named))),
            Maybe("optional_items", NotSimulated(NoPrices)), Maybe("origin_context", OneOf("mobile_app", "web")),
            Maybe("payment_intent_data", IntentData), Maybe("payment_method_collection", OneOf("always", "if_required")),
            Maybe("payment_method_configuration", NotSimulated(CardsOnly)),
            Maybe("payment_method_data", Group(Maybe("allow_redisplay", OneOf("always", "limited", "unspecified")))),
            Maybe("payment_method_options", NotSimulated(CardsOnly)), Maybe("permissions", NotSimulated(CardsOnly)),
            Maybe("phone_number_collection", SwitchedOn), Maybe("redirect_on_completion", NotSimulated(CardsOnly)),
            Maybe("return_url", NotSimulated(CardsOnly)),
            Maybe(
                "saved_payment_method_options",
                Group(
                    Maybe("allow_redisplay_filters", ListOf(OneOf("always", "limited", "unspecified"), 3)),
                    Maybe("payment_method_remove", OneOf("disabled", "enabled")), Maybe("payment_method_save", OneOf("disabled", "enabled"))
                )),
            Maybe("setup_intent_data", NotSimulated(CardsOnly)),
            Maybe("shipping_address_collection", Group(Must("allowed_countries", ListOf(Countries.Rule, 250)))),
            Maybe("shipping_options", ListOf(ShippingOption, 5)), Maybe("submit_type", OneOf("auto", "book", "donate", "pay")),
            Maybe("subscription_data", NotSimulated(CardsOnly)), Must("success_url", Link),
            Maybe("tax_id_collection", SwitchedOff(NoTax, Maybe("required", OneOf("if_supported", "never")))),
            Maybe("ui_mode", Only("hosted_page", CardsOnly, "embedded_page", "elements", "form")),
            Maybe("wallet_options", Group(Maybe("link", Group(Maybe("display", OneOf("auto", "never")))))));

    private static GroupRule SwitchedOff(string why, params Field[] more) => Group([Must("enabled", OffOnly(why)), .. more]);

    /// <summary>https://docs.stripe.com/get-started/account/statement-descriptors (2026-11-23)</summary>
    [GeneratedRegex("""^(?=.*[A-Za-z])[\x20-\x7E-[<>\\'"*]]+$""")]
    private static partial Regex Descriptor();
}
