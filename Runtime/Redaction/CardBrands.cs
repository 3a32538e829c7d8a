namespace CommerceBot.Runtime.Redaction;

/// <summary>Which digits can be a card number: a brand's prefix and length (ISO/IEC 7812 ranges in use), and the Luhn check.</summary>
internal static class CardBrands
{
    public const int Shortest = 13;
    public const int Longest = 19;

    /// <summary>First four digits from, to, and the lengths that go with them.</summary>
    private static readonly (int From, int To, int Least, int Most)[] Ranges =
    [
        (4000, 4999, 13, 19), // Visa
        (5100, 5599, 16, 16), // Mastercard
        (2221, 2720, 16, 16), // Mastercard
        (3400, 3499, 15, 15), // American Express
        (3700, 3799, 15, 15), // American Express
        (3000, 3059, 14, 19), // Diners Club
        (3095, 3095, 14, 19), // Diners Club
        (3600, 3699, 14, 19), // Diners Club
        (3800, 3999, 14, 19), // Diners Club
        (3528, 3589, 16, 19), // JCB
        (6011, 6011, 16, 19), // Discover
        (6440, 6599, 16, 19), // Discover
        (6200, 6299, 16, 19), // UnionPay
        (8100, 8199, 16, 19), // UnionPay
        (2200, 2204, 16, 19), // Mir
        (5018, 5018, 13, 19), // Maestro
        (5020, 5020, 13, 19), // Maestro
        (5038, 5038, 13, 19), // Maestro
        (5893, 5893, 13, 19), // Maestro
        (6304, 6304, 13, 19), // Maestro
        (6759, 6759, 13, 19), // Maestro
        (6761, 6763, 13, 19), // Maestro
    ];

    public static bool IsCard(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is < Shortest or > Longest)
            return false;
        var prefix = (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3];
        foreach (var (from, to, least, most) in Ranges)
        {
            if (prefix >= from && prefix <= to && digits.Length >= least && digits.Length <= most)
                return PassesLuhn(digits);
        }

        return false;
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
