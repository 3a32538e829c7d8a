using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CommerceBot.Catalog;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Orders;

/// <summary>
/// Where a carrier shows a parcel: the addresses under <c>Delivery:Tracking</c>, with <c>{n}</c> for the number,
/// <c>{postcode}</c> and <c>{lang}</c>.
/// </summary>
public sealed partial class TrackingLinks
{
    /// <summary>
    /// Those on which many public shops agree (read 2026-11). Of BRT and GLS there are many forms: a person has to try one and set it.
    /// </summary>
    private static readonly Dictionary<string, string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Poste Italiane"] = "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{n}",
        ["Poste"] = "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{n}",
        ["SDA"] = "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{n}",
        ["InPost"] = "https://inpost.it/trova-il-tuo-pacco?number={n}",
        ["UPS"] = "https://www.ups.com/track?loc=it_IT&tracknum={n}",
        ["FedEx"] = "https://www.fedex.com/fedextrack/?trknbr={n}",
        ["TNT"] = "https://www.fedex.com/fedextrack/?trknbr={n}",
        ["DHL"] = "https://www.dhl.com/it-it/home/tracking/tracking-express.html?submit=1&tracking-id={n}",
        ["DHL Express"] = "https://www.dhl.com/it-it/home/tracking/tracking-express.html?submit=1&tracking-id={n}",
    };

    private readonly FrozenDictionary<string, string> _templates;

    private TrackingLinks(IEnumerable<KeyValuePair<string, string>> templates) =>
        _templates = templates.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>No carrier has a page.</summary>
    public static TrackingLinks None { get; } = new([]);

    /// <summary>The usual carriers, and those of the settings; an empty address takes a usual one away.</summary>
    /// <exception cref="InvalidOperationException">An address cannot be one; the message says what to write.</exception>
    public static TrackingLinks Read(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var templates = new Dictionary<string, string>(Usual, StringComparer.OrdinalIgnoreCase);
        foreach (var carrier in settings.GetSection("Delivery:Tracking").GetChildren())
            if (string.IsNullOrWhiteSpace(carrier.Value))
                templates.Remove(carrier.Key);
            else
                templates[carrier.Key] = Checked(carrier.Key, carrier.Value);
        return new(templates);
    }

    /// <summary>The carrier's page about a parcel; null when the carrier is not known, or the number cannot be one.</summary>
    public Uri? Of(Shipment parcel, Address address, Language language)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        ArgumentNullException.ThrowIfNull(address);
        var (carrier, number) = Parts(parcel);
        if (carrier is null || number is null || !Number().IsMatch(number) || !_templates.TryGetValue(carrier, out var template))
            return null;
        return new Uri(template
            .Replace("{n}", Uri.EscapeDataString(number), StringComparison.Ordinal)
            .Replace("{postcode}", Uri.EscapeDataString(address.WrittenPostcode ?? ""), StringComparison.Ordinal)
            .Replace("{lang}", language.Code, StringComparison.Ordinal));
    }

    /// <summary>The carrier's page about the last parcel of an order that is on its way; null when there is none.</summary>
    public Uri? OfLast(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State is OrderState.PartlyShipped or OrderState.Shipped && order.Shipments is [.., var last]
            ? Of(last, order.Address, order.Language)
            : null;
    }

    /// <summary>Carrier and number as they were given, or both from one text, such as <c>BRT 0123456</c>.</summary>
    private (string? Carrier, string? Number) Parts(Shipment parcel)
    {
        var number = parcel.Tracking?.Trim();
        if (parcel.Carrier is { Length: > 0 } carrier || number is null)
            return (parcel.Carrier?.Trim(), number);
        var named = _templates.Keys.OrderByDescending(name => name.Length).FirstOrDefault(name =>
            number.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase));
        return named is null ? (null, number) : (named, number[named.Length..].Trim());
    }

    private static string Checked(string carrier, string template) =>
        template.Contains("{n}", StringComparison.Ordinal)
        && Uri.TryCreate(template.Replace("{n}", "1", StringComparison.Ordinal), UriKind.Absolute, out var url)
        && url.Scheme == Uri.UriSchemeHttps && !Host(template).Contains('{', StringComparison.Ordinal)
            ? template
            : throw new InvalidOperationException(
                $"Delivery:Tracking:{carrier} is '{template}' in appsettings.json. Write the carrier's https address with {{n}} for "
                + "the number, such as https://carrier.example/track?n={n}.");

    /// <summary>As it is written: the number may choose no host.</summary>
    private static string Host(string template) => template.Split('/', 4) is [_, _, var host, ..] ? host : "";

    [GeneratedRegex("^[A-Za-z0-9._-]{4,80}$")]
    private static partial Regex Number();
}
