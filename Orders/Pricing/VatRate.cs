using System.Globalization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>A rate of VAT in hundredths of a percent: 2200 is 22 %.</summary>
public readonly record struct VatRate
{
    private const int Whole = 100_00;

    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 10000, which is 100 %.</exception>
    public VatRate(int hundredths)
    {
        if (hundredths is < 0 or > Whole)
            throw new ArgumentOutOfRangeException(nameof(hundredths), hundredths, "A VAT rate is between 0 and 100 percent.");
        Hundredths = hundredths;
    }

    /// <summary>0 to 10000: 2200 is 22 %.</summary>
    public int Hundredths { get; }

    /// <summary>A rate such as 22 or 5.5, with two decimals at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, above 100, or finer than that.</exception>
    public static VatRate Percent(decimal percent)
    {
        var hundredths = percent * 100;
        return decimal.IsInteger(hundredths) && hundredths is >= 0 and <= Whole
            ? new((int)hundredths)
            : throw new ArgumentOutOfRangeException(
                nameof(percent), percent, "A VAT rate is between 0 and 100 percent, with two decimals at most.");
    }

    /// <summary>The VAT inside a gross amount: gross - round(gross * 100 / (100 + rate)), half away from zero.</summary>
    public Money Inside(Money gross)
    {
        var net = DivideHalfAway((Int128)gross.Minor * Whole, Whole + Hundredths);
        return new Money(gross.Minor - (long)net, gross.Currency);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hundredths / 100m:0.##} %");

    private static Int128 DivideHalfAway(Int128 amount, Int128 by)
    {
        var half = Int128.Sign(amount) * (by / 2);
        // An odd divisor has no exact half, so that adding the lower half rounds right for it too.
        return (amount + half) / by;
    }
}
