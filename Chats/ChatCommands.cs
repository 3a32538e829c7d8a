using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceBot.Chats;

/// <summary>
/// What a person at the desk asks of a chat: invoke activities of our own in the conversation's lane, known by the turn's identity and
/// answered with a <see cref="ChatCommandAnswer"/>.
/// </summary>
internal static class ChatCommands
{
    /// <summary>From now on this person answers, and the bot keeps still.</summary>
    public const string Take = "chats/take";

    /// <summary>Sends words of a person.</summary>
    public const string Answer = "chats/answer";

    /// <summary>Shows a product in the name of a person.</summary>
    public const string Product = "chats/product";

    /// <summary>The bot answers again.</summary>
    public const string Return = "chats/return";

    public static IReadOnlyList<string> All { get; } = [Take, Answer, Product, Return];

    public static JsonElement Write(ChatCommand command) => JsonSerializer.SerializeToElement(command, ChatsJson.Default.ChatCommand);

    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static ChatCommand Read(JsonElement value) =>
        value.Deserialize(ChatsJson.Default.ChatCommand) ?? throw new JsonException("A chat command is never null.");

    public static JsonElement Write(ChatCommandAnswer answer) =>
        JsonSerializer.SerializeToElement(answer, ChatsJson.Default.ChatCommandAnswer);

    /// <exception cref="JsonException">The text is no answer.</exception>
    public static ChatCommandAnswer ReadAnswer(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ChatsJson.Default.ChatCommandAnswer) ?? throw new JsonException("An answer is never null.");
}

/// <param name="By">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Seen">The chat's revision that the person saw.</param>
internal sealed record ChatCommand(string By, string Name, int Seen)
{
    /// <summary>Whether it may be taken from somebody else.</summary>
    public bool Over { get; init; }

    /// <summary>The words of an answer, redacted.</summary>
    public string? Text { get; init; }

    /// <summary>The SKU of what is shown.</summary>
    public string? Sku { get; init; }
}

/// <param name="Done">False when nothing changed.</param>
/// <param name="Code">What it says as one word, such as <c>taken</c> or <c>refused.changed</c>.</param>
/// <param name="Who">Who has the chat; null for nobody.</param>
internal sealed record ChatCommandAnswer(bool Done, string Code, string? Who = null);

/// <summary>How chats, their messages and commands are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true, IgnoreReadOnlyProperties = true,
    Converters = [typeof(Orders.LaneIdConverter), typeof(Orders.ShopperIdConverter)])]
[JsonSerializable(typeof(Chat))]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(ChatCommand))]
[JsonSerializable(typeof(ChatCommandAnswer))]
[JsonSerializable(typeof(string))]
internal sealed partial class ChatsJson : JsonSerializerContext;
