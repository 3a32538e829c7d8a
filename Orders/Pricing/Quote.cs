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
    public string Mark
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

    public sealed record Priced(Quote Quote) : Quoted;

    public sealed record Refused(IReadOnlyList<QuoteProblem> Problems) : Quoted;
}

/// <param name="Sku">The line it is about; null when it is about all of it.</param>
/// <param name="Left">Pieces that could be bought instead.</param>
public sealed record QuoteProblem(QuoteProblemKind Kind, Sku? Sku, string? Title, int Left);

public enum QuoteProblemKind
{
    NothingToBuy,
    QuantityOutOfRange,
    Gone,
    SoldOut,
    FewerLeft,

    /// <summary>The feed's price is in another currency than the shop's, or is below zero.</summary>
    NotForSale,
    DeliveryNotOffered,

    /// <summary>Less than the payment gateway takes.</summary>
    TotalTooSmall,

    /// <summary>More than the payment gateway takes.</summary>
    TotalTooLarge,
}
