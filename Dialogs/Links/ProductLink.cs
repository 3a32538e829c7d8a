using System.Text.Json;
using CommerceBot.Catalog;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// The product that a link, an advertisement or a shared card names, wherever Messenger writes it: a referral by itself, in a
/// postback or in a message, an opt-in, the payload of an ice breaker, a product that was shared. Everything comes from outside:
/// what the catalogue does not know is nothing.
/// </summary>
internal static class ProductLink
{
    /// <summary>Meta's limit of a ref (m.me links, read in November 2026).</summary>
    private const int LongestRef = 2083;

    /// <summary>A feed's id, and with it any candidate that can be one.</summary>
    private const int LongestId = 100;
    private const int MostCandidates = 20;

    /// <summary>What merchants write before an id: <c>product_123</c>, <c>sku=mug-1</c>.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "product", "products", "prodotto", "prod", "p", "item", "articolo", "art", "sku", "id", "ref", "pid", "product_id", "productid",
        "variant", "retailer_id", "content_id",
    };

    /// <summary>The product that the turn's activity names; null when it names none that is on sale here.</summary>
    public static async Task<Product?> FindAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var tried = 0;
        foreach (var id in Named(turn.Context.Activity).SelectMany(Ids).Distinct(StringComparer.Ordinal))
        {
            if (++tried > MostCandidates)
                return null;
            if ((await turn.Catalog.FindAsync(new ProductId(id), turn.Language, cancellationToken)
                    ?? await turn.Catalog.FindAsync(new Sku(id), turn.Language, cancellationToken)) is { } product)
                return product;
        }

        return null;
    }

    /// <summary>Whether a postback holds what is no button of ours: an ice breaker that was written elsewhere.</summary>
    public static bool IsForeignPostback(Activity activity) =>
        activity.ChannelData is JsonElement data && Member(data, "postback").ValueKind == JsonValueKind.Object;

    private static IEnumerable<string> Named(Activity activity)
    {
        if (activity is { Type: ActivityTypes.Event, Value: JsonElement part })
            return Referral(part).Append(Text(part, "payload")).OfType<string>();
        if (activity.ChannelData is not JsonElement data)
            return [];
        var (message, postback) = (Member(data, "message"), Member(data, "postback"));
        return Referral(Member(message, "referral"))
            .Concat(Referral(Member(postback, "referral")))
            .Concat(Referral(Member(data, "referral")))
            // The text of a postback is its payload.
            .Append(postback.ValueKind == JsonValueKind.Object ? activity.Text : null)
            .Concat(Shared(message))
            .OfType<string>();
    }

    private static IEnumerable<string?> Referral(JsonElement referral) =>
    [
        Text(Member(referral, "product"), "retailer_id"),
        Text(Member(referral, "product"), "id"),
        Text(Member(referral, "ads_context_data"), "product_id"),
        Text(referral, "product_id"),
        Text(referral, "ref"),
    ];

    /// <summary>A card of the Page's shop, sent into the chat.</summary>
    private static IEnumerable<string?> Shared(JsonElement message) =>
        from attachment in List(message, "attachments")
        from element in List(Member(Member(attachment, "payload"), "product"), "elements")
        from id in (string?[])[Text(element, "retailer_id"), Text(element, "id")]
        select id;

    /// <summary>What of a ref may be an id: all of it, or what stands behind a label.</summary>
    private static IEnumerable<string> Ids(string named)
    {
        if (named.Length > LongestRef)
            yield break;
        foreach (var part in named.Split(['&', ';', ',', '|', ' '], StringSplitOptions.RemoveEmptyEntries).Prepend(named))
        {
            if (part.Length <= LongestId)
                yield return part;
            for (var at = part.IndexOfAny(['=', ':', '_', '-', '.', '/']); at > 0 && at + 1 < part.Length;
                 at = part.IndexOfAny(['=', ':', '_', '-', '.', '/'], at + 1))
                if (Labels.Contains(part[..at]) && part.Length - at - 1 <= LongestId)
                    yield return part[(at + 1)..];
        }
    }

    private static JsonElement Member(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement[] List(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>Meta writes ids as text and as numbers.</summary>
    private static string? Text(JsonElement from, string name) => Member(from, name) switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } given => given,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
