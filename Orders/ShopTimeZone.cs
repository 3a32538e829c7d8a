using System.Collections.Frozen;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Where it is which time (IANA's time zone database).</summary>
public static class ShopTimeZone
{
    /// <summary>The zone of each country that has one, or of most of its people.</summary>
    private static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>
    {
        ["AT"] = "Europe/Vienna",
        ["BE"] = "Europe/Brussels",
        ["BG"] = "Europe/Sofia",
        ["CH"] = "Europe/Zurich",
        ["CY"] = "Asia/Nicosia",
        ["CZ"] = "Europe/Prague",
        ["DE"] = "Europe/Berlin",
        ["DK"] = "Europe/Copenhagen",
        ["EE"] = "Europe/Tallinn",
        ["ES"] = "Europe/Madrid",
        ["FI"] = "Europe/Helsinki",
        ["FR"] = "Europe/Paris",
        ["GB"] = "Europe/London",
        ["GR"] = "Europe/Athens",
        ["HR"] = "Europe/Zagreb",
        ["HU"] = "Europe/Budapest",
        ["IE"] = "Europe/Dublin",
        ["IT"] = "Europe/Rome",
        ["JP"] = "Asia/Tokyo",
        ["LT"] = "Europe/Vilnius",
        ["LU"] = "Europe/Luxembourg",
        ["LV"] = "Europe/Riga",
        ["MT"] = "Europe/Malta",
        ["NL"] = "Europe/Amsterdam",
        ["NO"] = "Europe/Oslo",
        ["PL"] = "Europe/Warsaw",
        ["PT"] = "Europe/Lisbon",
        ["RO"] = "Europe/Bucharest",
        ["SE"] = "Europe/Stockholm",
        ["SI"] = "Europe/Ljubljana",
        ["SK"] = "Europe/Bratislava",
        ["SM"] = "Europe/San_Marino",
        ["VA"] = "Europe/Vatican",
    }.ToFrozenDictionary();

    /// <exception cref="FormatException">No zone has that name on this machine.</exception>
    public static TimeZoneInfo Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new FormatException("it is no time zone that this machine knows. Write one of IANA's, such as Europe/Rome.");

    /// <summary>UTC for a country that is not in the list, or on a machine that has no time zones.</summary>
    public static TimeZoneInfo Of(Country country) =>
        Zones.TryGetValue(country.Code, out var name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : TimeZoneInfo.Utc;
}
