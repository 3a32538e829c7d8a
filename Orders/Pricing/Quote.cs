using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What some goods and their delivery cost at one moment, VAT included.</summary>
/// <param name="Goods">All lines, without delivery.</param>
/// <param name="Vat">The VAT inside <paramref name="Total"/>: rounded for each line and the delivery, then added up.</param>
public sealed record Quote(IReadOnlyList<OrderLine> Lines, OrderDelivery Delivery, Money Goods, Money Total, Money Vat)
{
    /// <summary>Short, and another one as soon as anything that is agreed changes: the confirm button carries it.</summary>
    [JsonIgnore]
    public string Hash
    {
        get
        {
            var agreed = new StringBuilder();
            foreach (var line in Lines)
                agreed.Append(CultureInfo.InvariantCulture, $"{line.Sku}\n{line.Quantity}\n{line.UnitPrice}\n{line.VatRate}\n");
            agreed.Append(CultureInfo.InvariantCulture, $"{Delivery.Method}\n{Delivery.Price}\n{Total}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(agreed.ToString())).AsSpan(0, 6));
        }
    }
}

/// <summary>The answer to "what does it cost?".</summary>
public abstract record Quoted
{
    private Quoted()
    {
    }

    /// <summary>All of it can be bought at these prices.</summary>
    public sealed record Priced(Quote Quote) : Quoted;

    /// <summary>Some of it cannot be bought: every reason, one at least.</summary>
    public sealed record Refused(IReadOnlyList<QuoteProblem> Problems) : Quoted;
}

/// <param name="Sku">The line it is about; null when it is about all of it.</param>
/// <param name="Left">Pieces that could be bought instead.</param>
public sealed record QuoteProblem(QuoteProblemKind Kind, Sku? Sku, string? Title, int Left);

/// <summary>Why goods cannot be bought as they were asked for.</summary>
public enum QuoteProblemKind
{
    /// <summary>No line at all.</summary>
    NothingToBuy,

    /// <summary>Less than one piece of a variant, or more than <see cref="Cart.MostPerLine"/>.</summary>
    QuantityOutOfRange,

    /// <summary>The merchant no longer sells the variant.</summary>
    Gone,

    /// <summary>No piece of the variant is left.</summary>
    SoldOut,

    /// <summary>Fewer pieces are left than were asked for.</summary>
    FewerLeft,

    /// <summary>The feed's price is in another currency than the shop's, or is below zero.</summary>
    NotForSale,

    /// <summary>The method does not go to the country, or has its price in another currency than the shop.</summary>
    DeliveryNotOffered,

    /// <summary>Less than the payment gateway takes.</summary>
    TotalTooSmall,

    /// <summary>More than the payment gateway takes.</summary>
    TotalTooLarge,
}
