using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>A checkout under way: what is bought, what was answered, and what the shopper answered last time.</summary>
/// <param name="Buying">What is bought; null while no checkout is under way.</param>
/// <param name="Answers">Given or confirmed in this checkout.</param>
/// <param name="Remembered">Last known answers: each must be confirmed before it counts.</param>
/// <param name="Version">Set by the store; 0 was never kept.</param>
public sealed record Draft(ShopperId Shopper, Purchase? Buying, Answers Answers, Answers Remembered, long Version)
{
    public static Draft Empty(ShopperId shopper) => new(shopper, null, Answers.None, Answers.None, 0);

    /// <summary>The first question without an answer, in the order of <see cref="Question"/>; null when all is known.</summary>
    [JsonIgnore]
    public Question? FirstMissing => Questions.InOrder.Cast<Question?>().FirstOrDefault(question => !Answers.Has(question!.Value));

    /// <summary>Starts a checkout; answers of one left in the middle are kept.</summary>
    public Draft Begin(Purchase purchase) => this with { Buying = purchase };
}

/// <summary>What a checkout asks, in this order.</summary>
public enum Question
{
    Email,
    Phone,
    Name,
    Country,
    Postcode,
    City,
    Street,
    DeliveryMethod,
}

/// <summary>Checked answers; what is null was not answered.</summary>
public sealed record Answers(
    string? Email,
    string? Phone,
    string? Name,
    Country? Country,
    string? Postcode,
    string? City,
    string? Street,
    DeliveryMethodId? Delivery)
{
    public static Answers None { get; } = new(null, null, null, null, null, null, null, null);

    public bool Has(Question question) => question switch
    {
        Question.Email => Email is not null,
        Question.Phone => Phone is not null,
        Question.Name => Name is not null,
        Question.Country => Country is not null,
        Question.Postcode => Postcode is not null,
        Question.City => City is not null,
        Question.Street => Street is not null,
        Question.DeliveryMethod => Delivery is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No such question."),
    };
}

/// <summary>One variant bought at once, or all of the cart.</summary>
/// <param name="Only">The variant; null means the cart.</param>
/// <param name="Quantity">Pieces of it; 0 for the cart.</param>
public sealed record Purchase(Sku? Only, int Quantity)
{
    public static Purchase OfCart { get; } = new(null, 0);

    public static Purchase Now(Sku sku, int quantity) => quantity is >= 1 and <= Cart.MostPerLine
        ? new(sku, quantity)
        : throw new ArgumentOutOfRangeException(nameof(quantity), quantity, $"Buy 1 to {Cart.MostPerLine} pieces at a time.");

    [JsonIgnore]
    public bool IsCart => Only is null;

    public IReadOnlyList<StockLine> Lines(Cart cart) => Only is { } sku
        ? [new StockLine(sku, Quantity)]
        : [.. cart.Lines.Select(line => new StockLine(line.Sku, line.Quantity))];
}
