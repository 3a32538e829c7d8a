using System.Text.RegularExpressions;
using PhoneNumbers;

namespace CommerceBot.Orders;

/// <summary>
/// A number that a courier can call, in E.164. One without a prefix is read in the country of the address, and after it in the
/// country whose numbers are used there too (an Italian mobile in San Marino).
/// </summary>
internal static partial class PhoneRule
{
    /// <summary>Digits of every Italian mobile number given out since 2000; older ones with nine are rare.</summary>
    private const int ItalianMobile = 10;

    private const int ItalianPrefix = 39;

    private static readonly Dictionary<string, string> Neighbours = new()
    {
        ["SM"] = "IT", ["VA"] = "IT", ["MC"] = "FR", ["LI"] = "CH", ["AD"] = "ES", ["JE"] = "GB", ["GG"] = "GB", ["IM"] = "GB",
        ["SJ"] = "NO",
        ["BL"] = "GP", ["MF"] = "GP", ["PM"] = "FR", ["GP"] = "FR", ["MQ"] = "FR", ["GF"] = "FR", ["RE"] = "FR", ["YT"] = "FR",
        ["FO"] = "DK", ["GL"] = "DK", ["GI"] = "GB", ["AX"] = "FI",
    };

    private static readonly HashSet<PhoneNumberType> Services =
    [
        PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.VOICEMAIL, PhoneNumberType.PAGER,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PERSONAL_NUMBER,
    ];

    public static Entry Read(string tidy, Country home)
    {
        var readings = Readings(tidy, home).ToList();
        if (readings.FirstOrDefault(Numbers.IsValidNumber) is not { } number)
            return Entry.Wrong(EntryFault.NotAPhone, Example(home));
        if (HasServicePurpose(number))
            return Entry.Wrong(EntryFault.PhoneIsAService, Example(home));
        var written = Numbers.Format(number, PhoneNumberFormat.E164);
        return IsItalianMobile(number) && Numbers.GetNationalSignificantNumber(number).Length != ItalianMobile
            ? Entry.Doubtful(written, EntryDoubt.PhoneLength, Example(home))
            : Entry.Right(written);
    }

    /// <summary>Whether a number carries its country with it, so that no country has to be guessed.</summary>
    public static bool IsInternational(string text) => International().IsMatch(TextNormalization.OneLine(text));

    /// <summary>The extension behind a number, such as 12 in "02 1234 5678 int. 12"; null when there is none.</summary>
    public static string? Extension(string text, Country home) =>
        Readings(TextNormalization.OneLine(text), home).FirstOrDefault(Numbers.IsValidNumber) is { HasExtension: true } number
            ? number.Extension : null;

    private static PhoneNumberUtil Numbers => PhoneNumberUtil.GetInstance();

    private static bool IsItalianMobile(PhoneNumber number) =>
        number.CountryCode == ItalianPrefix && Numbers.GetNationalSignificantNumber(number).StartsWith('3');

    private static bool HasServicePurpose(PhoneNumber number) => Services.Contains(Numbers.GetNumberType(number));

    /// <summary>What the text may be, the likeliest first.</summary>
    private static IEnumerable<PhoneNumber> Readings(string tidy, Country home)
    {
        var text = Remark().Replace(ExtensionWord().Replace(Label().Replace(tidy, ""), " ext. "), "").Trim();
        var withoutTrunk = Trunk().Replace(text, " ");
        // "+39 (0) 333 ..." is a mobile, though the library would also call 0333 ... a landline.
        if (withoutTrunk != text && Parsed(withoutTrunk, home.Code) is { } mobile
            && Numbers.GetNumberType(mobile) == PhoneNumberType.MOBILE)
            yield return mobile;
        string[] written = [text, withoutTrunk];
        foreach (var plus in written.Select(PlusForZeros).OfType<string>().Distinct())
            if (Parsed(plus, home.Code) is { } abroad)
                yield return abroad;
        foreach (var region in (string[])[home.Code, Neighbours.GetValueOrDefault(home.Code, home.Code)])
            foreach (var one in written.Distinct())
                if (Parsed(one, region) is { } number)
                    yield return number;
    }

    /// <summary>"0039", "00 39", "+0039" and "+00 39" with the plus that they mean; null when no zeros lead.</summary>
    private static string? PlusForZeros(string text) => Zeros().Replace(text, "+") is var plus && plus != text ? plus : null;

    private static PhoneNumber? Parsed(string text, string region)
    {
        try
        {
            return Numbers.Parse(text, region);
        }
        catch (NumberParseException)
        {
            // Parsing outside text: no number, and the caller tries the next reading.
            return null;
        }
    }

    private static string? Example(Country home) => Numbers.GetExampleNumberForType(home.Code, PhoneNumberType.MOBILE) is { } example
        ? Numbers.Format(example, PhoneNumberFormat.INTERNATIONAL)
        : null;

    [GeneratedRegex(@"^(tel|tel\.|telefono|cell|cell\.|cellulare|mobile|mobil|phone|handy|numero|n\.|num\.)?[\s:]*(?=[+(0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"[\s,;]*\b(interno|int|estensione|est|derivazione|der|durchwahl|poste|extension|extn?|x)\b[.: ]*(?=[0-9]{1,6}$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExtensionWord();

    /// <summary>Words in brackets behind the number: "(ore pasti)".</summary>
    [GeneratedRegex(@"\s*\((?=[^()0-9]*[a-z])[^()0-9]*\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\s*\( *0 *\)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Trunk();

    [GeneratedRegex(@"^\(?(\+ ?)?00[ .-]?(?=[1-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Zeros();

    [GeneratedRegex(@"^[^0-9+]*(\+|00[ .-]?[1-9])", RegexOptions.CultureInvariant)]
    private static partial Regex International();
}
