using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Recognition.Assistant;

/// <summary>
/// The JSON schema of an answer, by OpenAI's rules for structured output: every property required, none besides, "may be missing" as
/// null (platform.openai.com/docs/guides/structured-outputs, read November 2026). Lengths are checked by us when it is read.
/// </summary>
internal static class AssistantSchema
{
    public const string Name = "shopper_intent";
    public const string Intent = "intent";
    public const string Query = "query";
    public const string Quantity = "quantity";

    public static JsonElement Json { get; } = Make();

    private static JsonElement Make() => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray(Intent, Query, Quantity),
        ["properties"] = new JsonObject
        {
            [Intent] = new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([.. IntentNames.All.Append(AssistantAnswer.NoIntent).Select(name => JsonValue.Create(name))]),
            },
            [Query] = new JsonObject
            {
                ["type"] = new JsonArray("string", "null"),
                ["description"] = "The words of the message that name the product, copied in their order; null when no product is named.",
            },
            [Quantity] = new JsonObject
            {
                ["type"] = new JsonArray("integer", "null"),
                ["description"] = "How many pieces the message asks for; null when it does not say.",
            },
        },
    });
}
