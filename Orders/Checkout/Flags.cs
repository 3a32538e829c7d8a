using System.Text;

namespace CommerceBot.Orders;

/// <summary>
/// Flags as emoji: two regional indicator signs make a country, a black flag with tag letters makes a part of one (Unicode TR 51).
/// </summary>
internal static class Flags
{
    private const int A = 0x1F1E6;
    private const int Z = 0x1F1FF;
    private const int BlackFlag = 0x1F3F4;
    private const int Tags = 0xE0000;
    private const int LastTag = 0xE007F;

    /// <summary>The first flag of a text, and the text without any; no flag when it is no country's.</summary>
    public static (CountryMatch.Found? Flag, string Text) Take(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        var rest = new StringBuilder();
        CountryMatch.Found? flag = null;
        for (var at = 0; at < runes.Count; at++)
        {
            if (at + 1 < runes.Count && IsLetter(runes[at]) && IsLetter(runes[at + 1]))
                flag ??= Of($"{Letter(runes[at])}{Letter(runes[++at])}");
            else if (runes[at].Value == BlackFlag)
                flag ??= OfPart(Tagged(runes, ref at));
            else
                rest.Append(runes[at]);
        }

        return (flag, rest.ToString());
    }

    private static CountryMatch.Found? Of(string code) => CountryNames.Exists(code) ? new CountryMatch.Found(new Country(code)) : null;

    private static CountryMatch.Found? OfPart(string tag) => tag switch
    {
        "gbeng" => new CountryMatch.Found(new Country("GB"), "GB-ENG"),
        "gbsct" => new CountryMatch.Found(new Country("GB"), "GB-SCT"),
        "gbwls" => new CountryMatch.Found(new Country("GB"), "GB-WLS"),
        "gbnir" => new CountryMatch.Found(new Country("GB"), "GB-NIR"),
        _ => null,
    };

    private static string Tagged(List<Rune> runes, ref int at)
    {
        var tag = new StringBuilder();
        while (at + 1 < runes.Count && runes[at + 1].Value is > Tags and <= LastTag)
        {
            var sign = runes[++at].Value - Tags;
            if (sign is >= 'a' and <= 'z' or >= '0' and <= '9')
                tag.Append((char)sign);
        }

        return tag.ToString();
    }

    private static bool IsLetter(Rune rune) => rune.Value is >= A and <= Z;

    private static char Letter(Rune rune) => (char)('A' + rune.Value - A);
}
