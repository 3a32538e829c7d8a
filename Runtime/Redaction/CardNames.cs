using System.Text;

namespace CommerceBot.Runtime.Redaction;

/// <summary>What the names of JSON fields tell about their values.</summary>
internal static class CardNames
{
    private static readonly string[] Tokens =
        ["ref", "sku", "gtin", "ean", "upc", "isbn", "mpn", "barcode", "order_number", "tracking_number", "products", "num_edit"];

    public static CardPlace PlaceOf(ReadOnlySpan<byte> name)
    {
        if (IsId(name))
            return CardPlace.Id;
        if (name.SequenceEqual("payload"u8))
            return CardPlace.Payload;
        foreach (var token in Tokens)
        {
            if (Ascii.EqualsIgnoreCase(name, token))
                return CardPlace.Token;
        }

        return CardPlace.Typed;
    }

    public static CardPlace PlaceOf(string name) => PlaceOf(Encoding.UTF8.GetBytes(name));

    /// <summary>Names whose values a channel makes and a person cannot type.</summary>
    private static bool IsId(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("id"u8) || name.EndsWith("_id"u8) || name.EndsWith("Id"u8)
        || name.SequenceEqual("ids"u8) || name.EndsWith("_ids"u8) || name.EndsWith("Ids"u8)
        || name.SequenceEqual("mid"u8) || name.SequenceEqual("mids"u8)
        || name.SequenceEqual("timestamp"u8) || name.SequenceEqual("time"u8) || name.SequenceEqual("watermark"u8)
        || name.SequenceEqual("seq"u8) || name.SequenceEqual("metadata"u8) || name.SequenceEqual("user_ref"u8);
}
