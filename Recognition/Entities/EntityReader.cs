using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Entities;

/// <summary>Reads what a sentence names. Rules, because numbers and names are exact; what is meant is the model's business.</summary>
internal static class EntityReader
{
    /// <param name="clean">As <see cref="TextNormalizer.Clean"/> makes it.</param>
    public static UtteranceEntities Read(string clean, Intent intent, Language language, IReadOnlyList<Category> categories)
    {
        var tokens = TextTokens.Of(clean);
        var taken = new List<(int Start, int End)>();
        var orders = OrderNumberReading.In(clean);
        taken.AddRange(orders.Select(order => (order.Start, order.End)));
        var quantity = intent is Intent.CartAdd or Intent.CartQuantity or Intent.CartRemove or Intent.Checkout or Intent.Reorder
                or Intent.Stock
            ? QuantityReading.In(clean, tokens, language, taken)
            : null;
        if (quantity is { } pieces)
            taken.AddRange(pieces.Places);
        var query = QueryText.Of(clean, tokens, language, taken);
        return new UtteranceEntities
        {
            Query = query,
            Products = query.Length == 0 ? new ProductQuery { Language = language } : ProductQueryParser.Parse(query, language, categories),
            Quantity = quantity?.Value,
            QuantityDirection = quantity?.Direction ?? 0,
            OrderNumbers = [.. orders.Select(order => clean[order.Start..order.End])],
            Language = LanguageNames.In(tokens),
            Complaint = ComplaintKinds.In(tokens),
        };
    }
}
