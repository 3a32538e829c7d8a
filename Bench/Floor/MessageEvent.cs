using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CommerceBot.Bench.Floor;

/// The text message in a webhook's body, read in one pass.
internal sealed record MessageEvent(string Page, string Sender, string Mid, string Text)
{
    public string Key => $"facebook:{Page}:message:{Mid}";

    /// The key as the inbox holds it, the bot's too: an index of 16 bytes a row is a sixth of one over the text.
    public byte[] KeyHash => SHA256.HashData(Encoding.UTF8.GetBytes(Key))[..16];

    public string Lane => $"facebook:{Page}:{Sender}";

    /// Null when there is no text message in it.
    public static MessageEvent? Read(ReadOnlySpan<byte> body)
    {
        string? page = null, sender = null, mid = null, text = null;
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.ValueTextEquals("sender"u8)) sender = Id(ref reader);
            else if (reader.ValueTextEquals("recipient"u8)) page = Id(ref reader);
            else if (reader.ValueTextEquals("mid"u8)) mid = Value(ref reader);
            else if (reader.ValueTextEquals("text"u8)) text = Value(ref reader);
        }

        return page is null || sender is null || mid is null || text is null ? null : new MessageEvent(page, sender, mid, text);
    }

    private static string? Id(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("id"u8)) return Value(ref reader);
        return null;
    }

    private static string? Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }
}
