using System.Text.Json;

namespace CommerceBot.Chats;

/// <summary>What the shop itself tells a conversation about its chat; known by the turn's identity.</summary>
internal static class ChatEvents
{
    /// <summary>Somebody answered in the channel's own inbox; the value is their words, redacted.</summary>
    public const string AnsweredElsewhere = "chats/answered-elsewhere";

    /// <summary>The time after which the bot comes back is over.</summary>
    public const string ReturnDue = "chats/return-due";

    public static JsonElement Write(string text) => JsonSerializer.SerializeToElement(text, ChatsJson.Default.String);

    public static string Read(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
