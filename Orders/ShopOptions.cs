using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Amounts;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Orders;

/// <summary>Reads the settings under <c>Shop</c> and <c>Delivery</c>; each fault names the line of appsettings.json to mend.</summary>
public static class ShopOptions
{
    /// <summary>The name of the sample shop, for one that sets no <c>Shop:Name</c>.</summary>
    public const string DefaultName = "Bottega Aurora";

    /// <param name="limits">Of the gateway that takes the money.</param>
    public static ShopSettings Read(IConfiguration settings, Func<Uri> baseUrl, bool isLive, IChargeLimits limits)
    {
        var currency = Parse(settings, "Shop:Currency", "EUR", code => new Currency(code));
        var country = Parse(settings, "Shop:Country", "IT", code => new Country(code));
        var vat = Parse(settings, "Shop:VatRate", "22", text => VatRate.Percent(Number(text)));
        var rates = new VatRates(vat, OtherRates(settings, vat));
        // Read where it is used, since without it the address is known only once the host listens; a wrong one is told now.
        _ = Link(settings, "Shop:BaseUrl");
        var delivery = settings.GetSection("Delivery").Get<DeliveryOptions>() ?? new DeliveryOptions();
        return new ShopSettings(
            settings["Shop:Name"] is { Length: > 0 } name ? name : DefaultName,
            new PriceTerms(currency, rates, limits),
            new CheckoutTerms(country, DeliveryTable.From(delivery, currency, limits)),
            baseUrl,
            settings["Shop:SupportEmail"] is { Length: > 0 } email ? email : "help@example.com",
            settings["Shop:SupportPhone"] is { Length: > 0 } phone ? phone : null,
            Link(settings, "Shop:TermsUrl"),
            Link(settings, "Shop:PrivacyUrl"),
            settings["Shop:TimeZone"] is { Length: > 0 }
                ? Parse(settings, "Shop:TimeZone", "", ShopTimeZone.Find)
                : ShopTimeZone.Of(country),
            isLive,
            Parse(settings, "Shop:UnpaidOrders", "2", UnpaidOrders))
        {
            MerchantEmail = settings["Email:Merchant"] is { Length: > 0 } merchant ? merchant : null,
            LowMark = Parse(settings, "Shop:LowMark", "2", Pieces),
            SupportHours = settings["Shop:SupportHours"] is { Length: > 0 } hours ? hours : null,
            LegalName = settings["Shop:LegalName"] is { Length: > 0 } legal ? legal : null,
            LegalAddress = settings["Shop:LegalAddress"] is { Length: > 0 } address ? address : null,
            VatNumber = settings["Shop:VatNumber"] is { Length: > 0 } vatNumber ? vatNumber : null,
            GuaranteeNotice = Parse(settings, "Shop:GuaranteeNoticeUrl", "", text => text.Length == 0 ? null
                : Uri.TryCreate(text, UriKind.Absolute, out var notice) && notice.Scheme == Uri.UriSchemeHttps ? notice
                : throw new FormatException("write the https address of an image, such as https://shop.example/guarantee.png.")),
            ReturnAddress = settings["Returns:Address"] is { Length: > 0 } back ? back : null,
            PaysReturns = Parse(settings, "Returns:PaidBy", "Shopper", text => text.ToUpperInvariant() switch
            {
                "SHOP" => true,
                "SHOPPER" => false,
                _ => throw new FormatException("write Shopper or Shop."),
            }),
            CancelPaid = Parse(settings, "Shop:CancelPaid", "true", YesOrNo),
            Tracking = TrackingLinks.Read(settings),
        };
    }

    /// <summary>The rates under <c>Shop:VatRates</c>: none may be above the standard one.</summary>
    private static Dictionary<VatClass, VatRate> OtherRates(IConfiguration settings, VatRate standard)
    {
        var rates = new Dictionary<VatClass, VatRate>();
        foreach (var setting in settings.GetSection("Shop:VatRates").GetChildren())
        {
            var vatClass = VatClasses.Find(setting.Key) ?? throw new InvalidOperationException(
                $"{setting.Path} in appsettings.json is of no class of VAT: write {string.Join(", ", VatClasses.Words.Values.Skip(1))}.");
            if (vatClass == VatClass.Standard)
                throw new InvalidOperationException($"{setting.Path} stands in appsettings.json: the standard rate is Shop:VatRate.");
            if (setting.Value is null or "")
                throw new InvalidOperationException($"{setting.Path} is empty in appsettings.json: write a rate such as 10 or 5.5.");
            var rate = Parse(settings, setting.Path, "", text => Below(VatRate.Percent(Number(text)), vatClass, standard));
            if (!rates.TryAdd(vatClass, rate))
                throw new InvalidOperationException($"{setting.Path} in appsettings.json is the second rate of '{vatClass.Word()}'.");
        }

        return rates;
    }

    private static VatRate Below(VatRate rate, VatClass vatClass, VatRate standard) => vatClass switch
    {
        VatClass.Zero when rate.Hundredths != 0 => throw new FormatException("this class is 0."),
        _ when rate.Hundredths > standard.Hundredths =>
            throw new FormatException($"it is above Shop:VatRate, which is {standard}."),
        _ => rate,
    };

    private static int UnpaidOrders(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most >= 1
            ? most
            : throw new FormatException("write a whole number of orders, 1 or more.");

    private static bool YesOrNo(string text) =>
        bool.TryParse(text, out var yes) ? yes : throw new FormatException("write true or false.");

    private static int Pieces(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pieces)
            ? pieces
            : throw new FormatException("write a whole number of pieces, 0 or more.");

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

    private static Uri? Link(IConfiguration settings, string name) =>
        settings[name] switch
        {
            null or "" => null,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" => new Uri(text),
            var text => throw new InvalidOperationException(
                $"{name} is '{text}' in appsettings.json. Write a whole address, such as https://shop.example/terms."),
        };
}
