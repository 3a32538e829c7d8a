using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;

namespace CommerceBot.Recognition.Entities;

/// <summary>What a sentence names. Everything is as the shopper said it: nobody has looked into the catalogue or the orders yet.</summary>
public sealed record UtteranceEntities
{
    /// <summary>
    /// The sentence without the words around the thing: <c>candele rosse sotto i 20 euro</c>; empty when nothing is
    /// left.
    /// </summary>
    public string Query { get; init; } = "";

    /// <summary>
    /// <see cref="Query"/> read by the catalogue: words, category, bounds of the price, colour, size, material,
    /// exclusions, claims.
    /// </summary>
    public ProductQuery Products { get; init; } = new();

    /// <summary>How many pieces, 1 to 999; null when the sentence does not say. Of "not 2 but 3" the last.</summary>
    public int? Quantity { get; init; }

    /// <summary>
    /// Whether <see cref="Quantity"/> comes on top ("two more": 1), goes away ("one less": -1), or is the new number
    /// (0).
    /// </summary>
    public int QuantityDirection { get; init; }

    /// <summary>What may be order numbers (<c>K4T-7MQ-3</c>), as written, in their order: the orders know which are.</summary>
    public IReadOnlyList<string> OrderNumbers { get; init; } = [];

    /// <summary>The language that is named, such as <c>en</c> for "inglese"; it need not be one that the shop speaks.</summary>
    public Language? Language { get; init; }

    /// <summary>What went wrong with an order; <see cref="ComplaintKind.Unsaid"/> when no word says it.</summary>
    public ComplaintKind Complaint { get; init; }
}

/// <summary>What can go wrong with what was ordered.</summary>
public enum ComplaintKind { Unsaid, Broken, Wrong, Missing, Late }
