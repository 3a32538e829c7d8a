using System.Globalization;

namespace CommerceBot.Catalog;

/// <summary>A whole number of minor units of one currency. Mixing currencies throws.</summary>
public readonly record struct Money(long Minor, Currency Currency)
{
    /// <summary>Nothing, in this currency: where a sum starts.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Throws when the currencies differ, or the sum does not fit.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Minor + right.In(left.Currency)), left.Currency);

    /// <summary>Throws when the currencies differ. What is left may be below zero.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Minor - right.In(left.Currency)), left.Currency);

    /// <summary>The price of so many pieces; throws when it does not fit.</summary>
    public static Money operator *(Money price, int quantity) => new(checked(price.Minor * quantity), price.Currency);

    /// <summary>Throws when the currencies differ.</summary>
    public static bool operator <(Money left, Money right) => left.Minor < right.In(left.Currency);

    /// <summary>Throws when the currencies differ.</summary>
    public static bool operator >(Money left, Money right) => left.Minor > right.In(left.Currency);

    /// <summary>Throws when the currencies differ.</summary>
    public static bool operator <=(Money left, Money right) => !(left > right);

    /// <summary>Throws when the currencies differ.</summary>
    public static bool operator >=(Money left, Money right) => !(left < right);

    /// <summary>
    /// Shares the whole by weight, to the last minor unit: what rounding down leaves over goes to the largest
    /// remainders, the first of equals first. Weights are zero or more and not all zero; a negative whole splits alike.
    /// </summary>
    public IReadOnlyList<Money> Split(params ReadOnlySpan<long> weights)
    {
        var total = Int128.Zero;
        foreach (var weight in weights)
            total +=
                weight >= 0
                    ? weight
                    : throw new ArgumentOutOfRangeException(nameof(weights), weight, "A share cannot weigh less than nothing.");
        if (total == 0)
            throw new ArgumentException("Nothing to split by: give one weight above zero at least.", nameof(weights));

        var shares = new long[weights.Length];
        var remainders = new Int128[weights.Length];
        var whole = Int128.Abs(Minor);
        var left = whole;
        for (var i = 0; i < weights.Length; i++)
        {
            var (share, remainder) = Int128.DivRem(whole * weights[i], total);
            shares[i] = (long)share;
            remainders[i] = remainder;
            left -= share;
        }

        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i]).Take((int)left))
            shares[i]++;
        var (sign, currency) = (Math.Sign(Minor), Currency);
        return [.. shares.Select(share => new Money(sign * share, currency))];
    }

    /// <summary>In the currency's main unit, such as 19.90.</summary>
    public decimal InMainUnit()
    {
        var unit = 1m;
        for (var digit = 0; digit < Currency.Digits; digit++)
            unit *= 10;
        return Minor / unit;
    }

    /// <summary>For a merchant's eyes, such as <c>19.90 EUR</c>: the same on every machine. Shoppers see what Cards makes of it.</summary>
    public string Plain() => $"{InMainUnit().ToString($"F{Currency.Digits}", CultureInfo.InvariantCulture)} {Currency}";

    /// <summary>For logs and errors, such as <c>1990 EUR minor</c>; shoppers see what Cards makes of it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minor} {Currency} minor");

    private long In(Currency currency) => Currency == currency
        ? Minor
        : throw new InvalidOperationException($"{Currency} cannot be added to or compared with {currency}: convert it first.");
}
