using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceBot.Recognition.Assistant;

/// <summary>
/// What comes of a question, told to the conversation that asked it: event activities of our own, known by the turn's identity.
/// </summary>
internal static class AssistantEvents
{
    /// <summary>The kind of the outbox row that is a question.</summary>
    public const string CallKind = "assistant";

    /// <summary>The call has ended; the value is an <see cref="AssistantReply"/>.</summary>
    public const string Answer = "assistant/answer";

    /// <summary>The time to answer is over; the value is an <see cref="AssistantReply"/> without an answer.</summary>
    public const string Overdue = "assistant/overdue";

    public static IReadOnlyCollection<string> All { get; } = [Answer, Overdue];

    public static JsonElement Write(AssistantReply reply) => JsonSerializer.SerializeToElement(reply, AssistantJson.Default.AssistantReply);

    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static AssistantReply Read(JsonElement value) =>
        value.Deserialize(AssistantJson.Default.AssistantReply) ?? throw new JsonException("A reply of the assistant is never null.");
}

/// <param name="Question">The id under which it was asked.</param>
/// <param name="Answer">Null when there is none: too late, refused, no intent, or nothing that the schema allows.</param>
internal sealed record AssistantReply(string Question, AssistantAnswer? Answer = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AssistantQuestion))]
[JsonSerializable(typeof(AssistantReply))]
internal sealed partial class AssistantJson : JsonSerializerContext;
