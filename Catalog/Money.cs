using System.Globalization;

namespace CommerceBot.Catalog;

/// <summary>A whole number of minor units of one currency. Mixing currencies throws.</summary>
public readonly record struct Money(long Minor, Currency Currency)
{
    public static Money Zero(Currency currency) => new(0, currency);

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + right.In(left.Currency)), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - right.In(left.Currency)), left.Currency);

    public static Money operator *(Money price, int quantity) => new(checked(price.Minor * quantity), price.Currency);

    public static bool operator <(Money left, Money right) => left.Minor < right.In(left.Currency);

    public static bool operator >(Money left, Money right) => left.Minor > right.In(left.Currency);

    public static bool operator <=(Money left, Money right) => !(left > right);

    public static bool operator >=(Money left, Money right) => !(left < right);

    /// <summary>For logs and errors, such as <c>1990 EUR minor</c>; shoppers see what Cards makes of it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minor} {Currency} minor");

    private long In(Currency currency) => Currency == currency
        ? Minor
        : throw new InvalidOperationException($"{Currency} cannot be added to or compared with {currency}: convert it first.");
}
