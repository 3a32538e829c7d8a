using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Who sells, and on which terms: the settings under <c>Shop</c> and <c>Delivery</c>, checked at start.</summary>
/// <param name="BaseUrl">Where the bot is reached from outside, without a slash at its end; asked when it is used, since a bot on a port of the machine's choice knows it only then.</param>
/// <param name="SupportPhone">In E.164, for a call button; null when the shop has none.</param>
/// <param name="TimeZone">Where the shop is: dates that shoppers read are its own.</param>
/// <param name="IsLive">Whether real money moves.</param>
/// <param name="UnpaidOrders">How many orders of one shopper may wait for their payment at once.</param>
public sealed record ShopSettings(
    string Name,
    PriceTerms Prices,
    CheckoutTerms Checkout,
    Func<Uri> BaseUrl,
    string SupportEmail,
    string? SupportPhone,
    Uri? TermsUrl,
    Uri? PrivacyUrl,
    TimeZoneInfo TimeZone,
    bool IsLive,
    int UnpaidOrders)
{
    /// <summary>When a person answers, in the merchant's words; null when it is not set.</summary>
    public string? SupportHours { get; init; }

    public Currency Currency => Prices.Currency;
}
