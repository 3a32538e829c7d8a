using System.Globalization;
using CommerceBot.Simulator.Stripe.Forms;

namespace CommerceBot.Simulator.Stripe;

/// <summary>The countries that Stripe ships to (ISO 3166, with Stripe's AC, TA, XK and ZZ).</summary>
internal static class Countries
{
    public static IReadOnlyList<string> All { get; } = """
        AC AD AE AF AG AI AL AM AO AQ AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CD CF
        CG CH CI CK CL CM CN CO CR CV CW CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FO FR GA GB GD GE GF GG GH GI GL
        GM GN GP GQ GR GS GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB
        LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU
        NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX
        SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW ZZ
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where nobody lives who could have a card or open a parcel: Antarctica and its islands, and "unknown".</summary>
    private static readonly string[] Empty = ["AQ", "BV", "GS", "IO", "TF", "ZZ"];

    /// <summary>What a page offers to choose from.</summary>
    public static IReadOnlyList<string> WithShoppers { get; } = [.. All.Except(Empty)];

    public static Rule Rule { get; } = Rules.OneOf([.. All]);

    /// <summary>
    /// Codes and names in the reader's language, in its order; codes without a name are left out, and places where nobody lives.
    /// </summary>
    public static IReadOnlyList<(string Code, string Name)> Named(CultureInfo culture, IReadOnlyCollection<string>? only = null) =>
        [.. WithShoppers.Where(code => only is null || only.Contains(code))
            .Select(code => (Code: code, Name: NameOf(code, culture)))
            .Where(country => country.Name is not null)
            .Select(country => (country.Code, country.Name!))
            .OrderBy(country => country.Item2, StringComparer.Create(culture, ignoreCase: true))];

    private static string? NameOf(string code, CultureInfo culture)
    {
        // RegionInfo("IT") speaks the language of the country; "xx-IT" asked through a culture speaks the reader's.
        try
        {
            var name = new RegionInfo($"{culture.TwoLetterISOLanguageName}-{code}").DisplayName;
            return name == code ? null : name;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
