namespace CommerceBot.Runtime.Redaction;

/// <summary>How much speaks for digits being a card's number.</summary>
internal enum CardLikeness : byte
{
    /// <summary>No brand has such a number, or its check digit is wrong.</summary>
    None,

    /// <summary>A brand has such numbers, and so have shops' articles, orders and parcels: what stands around it decides.</summary>
    Weak,

    /// <summary>A card's number, whatever stands around it.</summary>
    Sure,
}

/// <summary>The numbers of one brand: the first six digits from, to, and the lengths that go with them.</summary>
internal readonly record struct CardRange(string Brand, int From, int To, int Least, int Most, CardLikeness Likeness = CardLikeness.Sure);

/// <summary>
/// Which digits can be a card number: a brand's range and length, and the check digit of Luhn (ISO/IEC 7812-1, annex B).
/// </summary>
/// <remarks>
/// Read 2026-11-27: the table of Wikipedia's page "Payment card number", the patterns of github.com/braintree/credit-card-type
/// (card-types.js) and, for Elo and Hipercard, github.com/Marjoel/credit-card-bins. Ranges that lie within a wider one of
/// this table have no row of their own: Elo's in Visa's, Maestro's and Discover's; Hipercard's 6062 and Hiper's 637 in
/// Maestro's, 3841 in Diners'; RuPay's 60, 65, 508, 353 and 356 in Maestro's, Discover's and JCB's; Verve's 506, 507 and 650;
/// Troy's 65; LankaPay's 357111; InstaPayment's 637 to 639; Cabal, Naranja, Meeza and Ukrcard in Maestro's.
/// </remarks>
internal static class CardBrands
{
    public const int Shortest = 12;
    public const int Longest = 19;

    private static readonly CardRange[] Ranges =
    [
        new("Visa", 400_000, 499_999, 13, 13, CardLikeness.Weak), // The length of before 2000, and that of a European article number.
        new("Visa", 400_000, 499_999, 16, 19),
        new("Mastercard", 510_000, 559_999, 16, 16),
        new("Mastercard", 222_100, 272_099, 16, 16),
        new("American Express", 340_000, 349_999, 15, 15),
        new("American Express", 370_000, 379_999, 15, 15),
        new("Diners Club", 300_000, 305_999, 14, 19),
        new("Diners Club", 309_500, 309_599, 14, 19),
        new("Diners Club", 360_000, 369_999, 14, 19),
        new("Diners Club", 380_000, 399_999, 14, 19),
        new("JCB", 352_800, 358_999, 16, 19),
        new("Discover", 601_100, 601_199, 16, 19),
        new("Discover", 640_000, 659_999, 16, 19), // Also RuPay, Troy, Verve and Elo.
        new("UnionPay", 620_000, 629_999, 16, 19),
        new("UnionPay", 810_000, 819_999, 16, 19), // Also RuPay.
        new("RuPay", 820_000, 829_999, 16, 16),
        new("Mir", 220_000, 220_499, 16, 19),
        new("Borica", 220_500, 220_599, 16, 16),
        new("Dankort", 501_900, 501_999, 16, 16),
        new("Bancontact", 670_300, 670_399, 16, 19),
        new("Verve", 506_000, 507_999, 16, 19), // Elo's 5066 and 5067 lie between.
        new("Hipercard", 606_282, 606_282, 13, 19),
        new("Troy", 979_200, 979_299, 16, 16),
        new("UzCard", 860_000, 860_099, 16, 16),
        new("Humo", 986_000, 986_099, 16, 16),
        new("GPN", 194_600, 194_699, 16, 16),
        new("Maestro", 501_800, 501_899, 12, 19),
        new("Maestro", 502_000, 502_099, 12, 19),
        new("Maestro", 503_800, 503_899, 12, 19),
        new("Maestro", 589_300, 589_399, 12, 19),
        new("Maestro", 630_400, 630_499, 12, 19),
        new("Maestro", 675_900, 675_999, 12, 19),
        new("Maestro", 676_100, 676_399, 12, 19),
        new("Maestro", 500_000, 509_999, 16, 16),
        new("Maestro", 670_000, 679_999, 16, 19),
        new("Maestro", 500_000, 509_999, 12, 19, CardLikeness.Weak),
        new("Maestro", 560_000, 699_999, 12, 19, CardLikeness.Weak),
    ];

    /// <summary>The best that any row of the table says.</summary>
    public static CardLikeness Judge(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is < Shortest or > Longest)
            return CardLikeness.None;
        var prefix = 0;
        foreach (var digit in digits[..6])
            prefix = (prefix * 10) + digit;
        var best = CardLikeness.None;
        foreach (ref readonly var range in Ranges.AsSpan())
        {
            if (prefix >= range.From && prefix <= range.To && digits.Length >= range.Least && digits.Length <= range.Most
                && range.Likeness > best)
                best = range.Likeness;
        }

        return best != CardLikeness.None && PassesLuhn(digits) ? best : CardLikeness.None;
    }

    private static bool PassesLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (int)digits[^(i + 1)];
            if (i % 2 == 1 && (digit *= 2) > 9)
                digit -= 9;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
