using System.Globalization;
using System.Text;
using CommerceBot.Runtime.Redaction;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>Any number of any brand in any writing, among words; and what people write that is none.</summary>
public sealed class RedactionModelTests
{
    private static readonly (string Prefix, int Length)[] Brands =
    [
        ("4", 13),
        ("4", 16),
        ("4", 19),
        ("51", 16),
        ("55", 16),
        ("2221", 16),
        ("2720", 16),
        ("34", 15),
        ("37", 15),
        ("300", 14),
        ("36", 14),
        ("38", 14),
        ("3528", 16),
        ("3589", 16),
        ("6011", 16),
        ("644", 16),
        ("65", 16),
        ("62", 16),
        ("62", 19),
        ("2200", 16),
        ("5018", 16),
        ("6759", 13),
        ("6304", 19),
        ("5018", 12),
        ("6763", 15),
        ("6703", 17),
        ("5019", 16),
        ("5066", 16),
        ("6362", 16),
        ("606282", 16),
        ("6062", 16),
        ("60", 16),
        ("508", 16),
        ("82", 16),
        ("5061", 19),
        ("6500", 18),
        ("9792", 16),
        ("8600", 16),
        ("56", 16),
        ("58", 18),
        ("63", 19),
        ("69", 17),
    ];

    private static readonly string[] Between =
    [
        " ",
        "-",
        ".",
        "\u00a0",
        "\u2009",
        "\u202f",
        "\u3000",
        "\u2007",
        "\u200b",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\u2010",
        "\u2011",
        "\u2012",
        "\u2013",
        "\u2014",
        "\u2212",
        "\ufe58",
        "\uff0d",
        "\n",
        "\r\n",
        "\t",
        "\u2028",
        "\u2029",
        "\u0085",
        "_",
        "·",
        " - ",
        "  ",
        ". ",
        "\u200b\u200b\u200b",
        "%20",
        "%C2%A0",
        "\\n",
        "\u2800",
        "\u3164",
        " 💳 ",
        "\ufe0f\u20e3",
    ];

    /// <summary>The zero of each row of digits, and how far apart they stand.</summary>
    private static readonly int[] Zeros =
    [
        '0',
        '0',
        '0',
        '0',
        0x0660,
        0x06F0,
        0x0966,
        0x09E6,
        0x0E50,
        0xFF10,
        0x1D7CE,
        0x1D7D8,
        0x1D7E2,
        0x1D7EC,
        0x1D7F6,
        0x1E950,
    ];

    private static readonly string[] Words =
    [
        "la mia carta:",
        "pago con",
        "(visa)",
        "Caffè",
        "grazie!",
        "{\"n\":\"",
        "\"}",
        "https://x.example/?c=",
        "&y=ok",
        "numero",
        "ciao 😀",
        "",
        "n.",
        "#",
    ];

    /// <summary>Without the one in ten of thirteen digits that is an article's number as well, whose place decides.</summary>
    private static readonly Gen<string> Numbers = Gen.Select(
            Gen.Int[0, Brands.Length - 1], Gen.Int[0, 9].Array[19],
            (brand, dice) => WithCheckDigit(Brands[brand].Prefix, Brands[brand].Length, dice))
        .Where(number => number.Length > 14 || !IsArticle(number) || number[0] == '3');

    private static readonly Gen<string> Written = Gen.Select(
        Numbers, Gen.Int[0, Zeros.Length - 1], Gen.Int[0, 5], Gen.Int[0, Between.Length - 1].Array[19], Gen.Bool.Array[19], Gen.Bool, Write
    );

    private static readonly Gen<string> Phones = Gen.OneOf(
        Gen.Select(
            AnyOf("+39 ", "0039 ", ""), AnyOf("3{0}", "3{0} {1}", "3{0} {1} {2}"), Gen.Int[20, 99], Gen.Int[100, 999], Gen.Int[1000, 9999],
            (country, shape, a, b, c) =>
                country + string.Format(CultureInfo.InvariantCulture, shape, a, shape.Length > 4 ? b : $"{b}{c}", c)),
        Gen.Select(
            AnyOf("02", "06", "011", "0471", "0832"), AnyOf(" ", "-", "/", ""), Gen.Int[100, 9999], Gen.Int[100, 9999],
            (area, sign, a, b) => $"{area}{sign}{a} {b}"),
        Gen.Long[10_000_000, 999_999_999_999_999].Select(number => $"+{number}"),
        Gen.Select(Gen.Int[1, 999], Gen.Int[10, 999], Gen.Int[100, 999], Gen.Int[100, 9999], (a, b, c, d) => $"+{a} {b} {c} {d}"));

    private static readonly Gen<string> Others = Gen.OneOf(
        Gen.Select(
            Text("ABCDEFGHJKMNPQRSTVWXYZ0123456789", 3), Text("ABCDEFGHJKMNPQRSTVWXYZ0123456789", 3), Gen.Char['0', '9'],
            (a, b, check) => $"{a}-{b}-{check}"),
        Gen.Long[1_500_000_000_000, 1_999_999_999_999].Select(time => time.ToString(CultureInfo.InvariantCulture)),
        Gen.DateTime[new DateTime(2020, 1, 1), new DateTime(2035, 1, 1)]
            .Select(day => day.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[1, 999], Gen.Int[0, 99], (whole, cents) => $"{whole},{cents:00} €"),
        Gen.Int[0, 9].Array[20].Select(Italian),
        Text("0123456789", 12).Select(digits => $"1Z999AA1{digits[..8]}"),
        Text("0123456789", 9).Select(digits => $"RR{digits}IT"));

    [Fact]
    public void Any_number_of_a_card_is_gone_and_the_words_around_it_stay() =>
        Gen.Select(AnyOf(Words), Written, AnyOf(Words)).Sample(
            (before, number, after) => Assert.Equal($"{before} {CardText.Removed} {after}", CardText.Redact($"{before} {number} {after}")),
            iter: 10_000);

    [Fact]
    public void Of_two_numbers_in_a_text_nothing_is_left() =>
        Gen.Select(Numbers, AnyOf(" ", "\n", " e ", ", ", " oppure "), Numbers).Sample(
            (one, between, two) =>
            {
                var kept = CardText.Redact($"o {one}{between}{two} va bene");
                Assert.StartsWith("o [", kept, StringComparison.Ordinal);
                Assert.EndsWith("] va bene", kept, StringComparison.Ordinal);
                Assert.DoesNotContain(kept, char.IsAsciiDigit);
            },
            iter: 5_000);

    [Fact]
    public void No_phone_number_is_taken_for_a_card() =>
        Phones.Sample(phone => Assert.Equal(phone, CardText.Redact(phone)), iter: 10_000);

    [Fact]
    public void No_order_number_date_price_account_or_parcel_is_taken_for_a_card() =>
        Others.Sample(text => Assert.Equal($"ecco: {text} ok", CardText.Redact($"ecco: {text} ok")), iter: 10_000);

    private static Gen<string> AnyOf(params string[] each) => Gen.Int[0, each.Length - 1].Select(at => each[at]);

    private static Gen<string> Text(string signs, int length) =>
        Gen.String[Gen.Int[0, signs.Length - 1].Select(at => signs[at]), length, length];

    /// <summary>An Italian account number, in groups of four where the dice are even.</summary>
    private static string Italian(int[] dice)
    {
        var rest = $"X{string.Concat(dice)}00"[..23];
        var number = string.Concat(
            $"{rest}IT00".Select(sign =>
                char.IsAsciiLetter(sign) ? (sign - 'A' + 10).ToString(CultureInfo.InvariantCulture) : sign.ToString()));
        var check = 98 - number.Aggregate(0, (remainder, digit) => ((remainder * 10) + digit - '0') % 97);
        var account = $"IT{check:00}{rest}";
        return dice[0] % 2 == 0 ? string.Join(' ', account.Chunk(4).Select(four => new string(four))) : account;
    }

    private static bool IsArticle(string number) =>
        number.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;

    private static string WithCheckDigit(string prefix, int length, int[] dice)
    {
        var number = prefix + string.Concat(dice)[..(length - prefix.Length - 1)];
        var sum = number
            .Reverse()
            .Select((digit, i) => i % 2 == 0 ? 2 * (digit - '0') : digit - '0')
            .Sum(value => value > 9 ? value - 9 : value);
        return number + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <summary>In groups of some kind, with one sign between all of them or another each time.</summary>
    private static string Write(string number, int row, int kind, int[] signs, bool[] cuts, bool oneSign)
    {
        var text = new StringBuilder();
        for (var i = 0; i < number.Length; i++)
        {
            var cut = kind switch
            {
                0 => false,
                1 => i % 4 == 0,
                2 => i is 4 or 10,
                3 => i is 4 or 9,
                4 => true,
                _ => cuts[i],
            };
            if (i > 0 && cut)
                text.Append(Between[signs[oneSign ? 0 : i]]);
            text.Append(char.ConvertFromUtf32(Zeros[row] + number[i] - '0'));
        }

        return text.ToString();
    }
}
