using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Who sells, and on which terms: the settings under <c>Shop</c> and <c>Delivery</c>, checked at start.</summary>
/// <remarks>
/// What may change while the shop runs is asked for when it is used, and nothing of it is kept: see <see cref="Following"/>.
/// </remarks>
/// <param name="BaseUrl">Where the bot is reached from outside, without a slash at its end; asked when it is used,
/// since a bot on a port of the machine's choice knows it only then.</param>
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
    private Func<ShopSettings>? Now { get; init; }

    /// <summary>What is asked of shoppers, with the ways to deliver as they are now.</summary>
    public CheckoutTerms Checkout { get => Now is null ? field : Now().Checkout; init; } = Checkout;

    /// <summary>Where shoppers write to.</summary>
    public string SupportEmail { get => Now is null ? field : Now().SupportEmail; init; } = SupportEmail;

    /// <summary>In E.164, for a call button; null when the shop has none.</summary>
    public string? SupportPhone { get => Now is null ? field : Now().SupportPhone; init; } = SupportPhone;

    /// <summary>The terms of sale; null when the shop shows none.</summary>
    public Uri? TermsUrl { get => Now is null ? field : Now().TermsUrl; init; } = TermsUrl;

    /// <summary>What becomes of personal data; null when the shop shows none.</summary>
    public Uri? PrivacyUrl { get => Now is null ? field : Now().PrivacyUrl; init; } = PrivacyUrl;

    /// <summary>When a person answers, in the merchant's words; null when it is not set.</summary>
    public string? SupportHours { get => Now is null ? field : Now().SupportHours; init; }

    /// <summary>Who is told of paid orders and of what needs somebody; null for <see cref="SupportEmail"/>.</summary>
    public string? MerchantEmail { get => Now is null ? field : Now().MerchantEmail; init; }

    /// <summary>At how many pieces a variant is low where nobody said otherwise.</summary>
    public int LowMark { get => Now is null ? field : Now().LowMark; init; } = 2;

    /// <summary>Who sells, as a contract names them; null when it is not set.</summary>
    public string? LegalName { get; init; }

    /// <summary>The seller's postal address on one line; null when it is not set.</summary>
    public string? LegalAddress { get; init; }

    /// <summary>The seller's VAT number; null when it is not set.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The European Commission's notice on the legal guarantee as an image; null when it is not set.</summary>
    public Uri? GuaranteeNotice { get; init; }

    /// <summary>Where the shop tells of the legal guarantee.</summary>
    public Uri GuaranteePage(Language language) => new(BaseUrl(), $"/guarantee?lang={language.Code}");

    /// <summary>Where anybody may withdraw from a contract without the chat.</summary>
    public Uri WithdrawalPage(Language language) => new(BaseUrl(), $"/withdraw?lang={language.Code}");

    /// <summary>Where goods are sent back to; null for the seller's own address.</summary>
    public string? ReturnAddress { get; init; }

    /// <summary>Whether the shop pays for sending goods back that a shopper withdrew from.</summary>
    public bool PaysReturns { get; init; }

    /// <summary>Whether a shopper may cancel a paid order of which nothing has left.</summary>
    public bool CancelPaid { get; init; } = true;

    /// <summary>Where carriers show their parcels.</summary>
    public TrackingLinks Tracking { get; init; } = TrackingLinks.None;

    /// <summary>The one currency that the shop sells in.</summary>
    public Currency Currency => Prices.Currency;

    /// <summary>The same shop, of which what may change is as <paramref name="now"/> says each time.</summary>
    public ShopSettings Following(Func<ShopSettings> now) => this with { Now = now };
}
