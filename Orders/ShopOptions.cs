using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Amounts;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Orders;

/// <summary>Reads the settings under <c>Shop</c> and <c>Delivery</c>; each fault names the line of appsettings.json to mend.</summary>
public static class ShopOptions
{
    public const string DefaultName = "Bottega Aurora";

    /// <param name="limits">Of the gateway that takes the money.</param>
    public static ShopSettings Read(IConfiguration settings, Func<Uri> baseUrl, bool isLive, IChargeLimits limits)
    {
        var currency = Parse(settings, "Shop:Currency", "EUR", code => new Currency(code));
        var country = Parse(settings, "Shop:Country", "IT", code => new Country(code));
        var vat = Parse(settings, "Shop:VatRate", "22", text => VatRate.Percent(Number(text)));
        var delivery = settings.GetSection("Delivery").Get<DeliveryOptions>() ?? new DeliveryOptions();
        return new ShopSettings(
            settings["Shop:Name"] is { Length: > 0 } name ? name : DefaultName,
            new PriceTerms(currency, vat, limits),
            new CheckoutTerms(country, DeliveryTable.From(delivery, currency, limits)),
            baseUrl,
            settings["Shop:SupportEmail"] is { Length: > 0 } email ? email : "help@example.com",
            settings["Shop:SupportPhone"] is { Length: > 0 } phone ? phone : null,
            Link(settings, "Shop:TermsUrl"),
            Link(settings, "Shop:PrivacyUrl"),
            settings["Shop:TimeZone"] is { Length: > 0 } ? Parse(settings, "Shop:TimeZone", "", ShopTimeZone.Find) : ShopTimeZone.Of(country),
            isLive,
            Parse(settings, "Shop:UnpaidOrders", "2", UnpaidOrders))
        {
            SupportHours = settings["Shop:SupportHours"] is { Length: > 0 } hours ? hours : null,
        };
    }

    private static int UnpaidOrders(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most >= 1
        ? most
        : throw new FormatException("write a whole number of orders, 1 or more.");

    private static T Parse<T>(IConfiguration settings, string name, string otherwise, Func<string, T> read)
    {
        var text = settings[name] is { Length: > 0 } set ? set : otherwise;
        try
        {
            return read(text);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidOperationException($"{name} is '{text}' in appsettings.json: {wrong.Message}", wrong);
        }
    }

    private static decimal Number(string text) => WrittenNumber.TryRead(text, out var number) && !number.IsAmbiguous && !number.IsNegative
        ? decimal.Parse($"{number.Whole}.{number.Decimals}", CultureInfo.InvariantCulture)
        : throw new FormatException("Write a rate in percent, such as 22 or 5.5.");

    private static Uri? Link(IConfiguration settings, string name) => settings[name] switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" => new Uri(text),
        var text => throw new InvalidOperationException($"{name} is '{text}' in appsettings.json. Write a whole address, such as https://shop.example/terms."),
    };
}
