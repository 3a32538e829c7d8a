using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What the payment gateway takes and gives back at least, at most, and in which steps. Each gateway brings its own.</summary>
public interface IChargeLimits
{
    /// <summary>The largest amount of one payment, in minor units.</summary>
    long MostMinor { get; }

    /// <summary>The smallest amount of one payment, in minor units; 1 where the gateway names none.</summary>
    long LeastMinor(Currency currency);

    /// <summary>Every amount is a multiple of this, in minor units: some currencies move in tens or hundreds only.</summary>
    long Step(Currency currency);
}

/// <summary>What follows from the limits, whichever gateway sets them.</summary>
public static class ChargeLimits
{
    /// <summary>Whether an amount can stand in a checkout, as a price or as a refund.</summary>
    public static bool CanCharge(this IChargeLimits limits, Money amount)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return amount.Minor >= 0 && amount.Minor <= limits.MostMinor && amount.Minor % limits.Step(amount.Currency) == 0;
    }
}
