using System.Globalization;
using CommerceBot.Catalog;
using Stripe;
using Stripe.Checkout;

namespace CommerceBot.Payments.Stripe;

/// <summary>
/// Our call in Stripe's words: a pure function, so that a repeat sends the very same parameters under the same key.
/// </summary>
internal static class SessionRequest
{
    private const int LongestName = 250;
    private const int LongestMetadata = 500;

    public static SessionCreateOptions Of(OpenSession asked) => new()
    {
        Mode = "payment",
        ClientReferenceId = asked.Order.Value,
        CustomerEmail = asked.CustomerEmail,
        Locale = asked.Locale,
        SuccessUrl = asked.SuccessUrl.AbsoluteUri,
        CancelUrl = asked.CancelUrl.AbsoluteUri,
        // A local or unspecified time would be read in this machine's time zone.
        ExpiresAt = asked.ExpiresAt.UtcDateTime,
        // Otherwise the account's setting decides, and the shopper may pay in another currency.
        AdaptivePricing = new SessionAdaptivePricingOptions { Enabled = false },
        LineItems = [.. asked.Lines.Select(Line)],
        ShippingOptions = [Delivery(asked.Delivery)],
        Metadata = Metadata(asked),
        // A session's metadata does not travel to its payment, and refunds and disputes only know the payment.
        PaymentIntentData = new SessionPaymentIntentDataOptions
        {
            Description = asked.Number.Value,
            Metadata = Metadata(asked),
            Shipping = asked.ShipTo is { } to ? Shipping(to) : null,
        },
    };

    /// <summary>What fraud checks and the dashboard show beside the payment.</summary>
    private static ChargeShippingOptions Shipping(SessionShipping to) => new()
    {
        Name = to.Name,
        Phone = to.Phone,
        Address = new AddressOptions
        {
            Line1 = to.Street,
            PostalCode = to.Postcode,
            City = to.City,
            State = to.State,
            Country = to.Country,
        },
    };

    private static SessionLineItemOptions Line(SessionLine line) => new()
    {
        Quantity = line.Quantity,
        PriceData = new SessionLineItemPriceDataOptions
        {
            Currency = Code(line.UnitPrice),
            UnitAmount = line.UnitPrice.Minor,
            TaxBehavior = "inclusive",
            ProductData = new SessionLineItemPriceDataProductDataOptions
            {
                Name = Short(line.Name, LongestName),
                Description = line.Description is { Length: > 0 } words ? Short(words, LongestName) : null,
                Images = line.Image is { } image && CanBeShown(image) ? [image.AbsoluteUri] : null,
            },
        },
    };

    private static SessionShippingOptionOptions Delivery(SessionDelivery delivery) => new()
    {
        ShippingRateData = new SessionShippingOptionShippingRateDataOptions
        {
            Type = "fixed_amount",
            DisplayName = Short(delivery.Name, 100),
            TaxBehavior = "inclusive",
            FixedAmount = new SessionShippingOptionShippingRateDataFixedAmountOptions
            {
                Amount = delivery.Price.Minor,
                Currency = Code(delivery.Price),
            },
        },
    };

    private static Dictionary<string, string> Metadata(OpenSession asked)
    {
        var metadata = new Dictionary<string, string>
        {
            [MetadataNames.Order] = asked.Order.Value,
            [MetadataNames.Number] = asked.Number.Value,
            [MetadataNames.Attempt] = asked.Attempt.ToString(CultureInfo.InvariantCulture),
        };
        // A lane that is cut is no lane; the order finds it as well.
        if (asked.Lane.Value.Length <= LongestMetadata)
            metadata[MetadataNames.Lane] = asked.Lane.Value;
        return metadata;
    }

    /// <summary>Stripe writes currencies small.</summary>
    private static string Code(Money money) => money.Currency.Code.ToLowerInvariant();

    /// <summary>Stripe fetches pictures itself; one on this machine is for the simulator, whose page is here too.</summary>
    private static bool CanBeShown(Uri image) =>
        image.IsAbsoluteUri && (image.Scheme == Uri.UriSchemeHttps || (image.Scheme == Uri.UriSchemeHttp && image.IsLoopback));

    private static string Short(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }
}

/// <summary>What we write on sessions and payments, and look for on everything that Stripe sends.</summary>
internal static class MetadataNames
{
    public const string Order = "order";
    public const string Number = "number";
    public const string Lane = "lane";
    public const string Attempt = "attempt";
    public const string Refund = "refund";
}
