using System.Globalization;
using System.Text;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Amounts;

namespace CommerceBot.Orders;

/// <summary>The ways in which this shop delivers, checked at start-up.</summary>
public sealed class DeliveryTable
{
    /// <summary>What a checkout page shows whole.</summary>
    private const int LongestName = 100;

    /// <summary>Later than that needs the shopper's word (2011/83/EU, art. 18).</summary>
    private const int MostDays = 30;

    /// <param name="methods">Checked already: see <see cref="From"/> for what comes from settings.</param>
    public DeliveryTable(IReadOnlyList<DeliveryMethod> methods) => Methods = methods;

    /// <summary>In the order of the settings.</summary>
    public IReadOnlyList<DeliveryMethod> Methods { get; }

    /// <summary>Null when no method has this id.</summary>
    public DeliveryMethod? Find(DeliveryMethodId id) => Methods.FirstOrDefault(method => method.Id == id);

    /// <summary>The one country that is delivered to; null when there are more, or any.</summary>
    public Country? OnlyCountry => Methods.All(method => method.Countries.Count > 0)
        && Methods.SelectMany(method => method.Countries).Distinct().ToList() is [var only]
            ? only
            : null;

    /// <summary>Whether some method goes to this country.</summary>
    public bool Serves(Country country) => Methods.Any(method => method.Serves(country));

    /// <summary>What a shopper there may choose from, cheapest first, at the price for goods of this worth.</summary>
    public IReadOnlyList<DeliveryOffer> For(Country country, Money goods) =>
    [
        .. Methods.Where(method => method.Serves(country))
            .Select(method => new DeliveryOffer(method, method.PriceFor(goods)))
            .OrderBy(offer => offer.Price.Minor),
    ];

    /// <summary>Reads the settings; throws with the line of appsettings.json to mend.</summary>
    public static DeliveryTable From(DeliveryOptions options, Currency currency, IChargeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(limits);
        if (options.Methods.Count == 0)
            throw new InvalidOperationException(
                "No way to deliver is set: add to appsettings.json "
                + """{ "Delivery": { "Methods": [ { "Name": "Corriere", "Price": "4.90", "Countries": [ "IT" ], "FreeFrom": "49" } ] } }."""
            );
        var methods = options
            .Methods.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => Method(entry.Key, entry.Value, currency, limits))
            .ToList();
        var twice = methods.GroupBy(method => method.Id).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new DeliveryTable(methods)
            : throw new InvalidOperationException(
                $"Two delivery methods are called '{twice.First().Name}': give each its own Delivery:Methods:{{n}}:Name in "
                + "appsettings.json."
            );
    }

    private static DeliveryMethod Method(string key, DeliveryMethodOptions options, Currency currency, IChargeLimits limits)
    {
        var name = options.Name?.Trim() ?? "";
        var id = Slug(name);
        if (id.Length == 0 || name.Length > LongestName)
            throw Wrong(key, "Name", options.Name, $"1 to {LongestName} signs, such as \"Corriere espresso\"");
        var price = Amount(key, "Price", options.Price, currency, limits)
            ?? throw Wrong(key, "Price", options.Price, "an amount such as \"4.90\"");
        return new DeliveryMethod(new DeliveryMethodId(id), name, price,
            [.. options.Countries.Select(country => CountryOf(key, country))],
            Amount(key, "FreeFrom", options.FreeFrom, currency, limits))
        {
            Days = DaysOf(key, options.Days),
        };
    }

    private static int DaysOf(string key, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return MostDays;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays
            ? days
            : throw Wrong(key, "Days", text, $"a whole number of days, 1 to {MostDays}");
    }

    private static Money? Amount(string key, string field, string? text, Currency currency, IChargeLimits limits)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var right = $"an amount of {currency}, such as \"{(currency.Digits == 0 ? "500" : "4.90")}\"";
        if (!AmountParser.TryParse(text, currency, out var money, out var advice))
            throw Wrong(key, field, text, $"{right}; {advice}");
        return money.Currency == currency && limits.CanCharge(money) ? money : throw Wrong(key, field, text, right);
    }

    private static Country CountryOf(string key, string? text) =>
        text?.Trim().ToUpperInvariant() is { Length: 2 } code && code.All(char.IsAsciiLetterUpper) && CountryNames.Exists(code)
            ? new Country(code)
            : throw Wrong(key, "Countries", text, "ISO codes such as [ \"IT\", \"FR\" ]");

    private static InvalidOperationException Wrong(string key, string field, string? value, string right) =>
        new($"Delivery:Methods:{key}:{field} is '{value}' in appsettings.json: it must be {right}.");

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var sign in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsLetterOrDigit(sign))
                slug.Append(sign);
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().Trim('-');
    }
}

/// <summary>A method and what it costs this shopper.</summary>
public sealed record DeliveryOffer(DeliveryMethod Method, Money Price);
