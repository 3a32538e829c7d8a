using System.Text.Json;

namespace CommerceBot.Simulator.Assistant;

/// <summary>
/// A request as OpenAI's chat completions take it: what the API refuses is refused here
/// (platform.openai.com/docs/api-reference/chat/create, read November 2026). Streams, tools and pictures are not played.
/// </summary>
/// <param name="Question">The last message of the user's.</param>
/// <param name="Schema">What the answer must keep to; null when any text will do.</param>
internal sealed record CompletionRequest(string Question, JsonElement? Schema)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "model", "messages", "temperature", "top_p", "n", "max_tokens", "max_completion_tokens", "response_format", "seed", "stop", "user",
        "presence_penalty", "frequency_penalty", "logprobs", "top_logprobs", "metadata", "store", "service_tier", "safety_identifier",
    };

    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal) { "system", "developer", "user", "assistant" };

    /// <exception cref="OpenAiError">What the API would say.</exception>
    public static CompletionRequest Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw new OpenAiError(400, "We could not parse the JSON body of your request.", null);
        foreach (var property in body.EnumerateObject().Where(property => !Known.Contains(property.Name)))
            throw new OpenAiError(400, $"Unknown parameter: '{property.Name}'.", "unknown_parameter", property.Name);
        CheckModel(body);
        CheckNumber(body, "temperature", 0, 2);
        CheckNumber(body, "top_p", 0, 1);
        CheckNumber(body, "max_tokens", 1, 16_384);
        CheckNumber(body, "max_completion_tokens", 1, 16_384);
        CheckNumber(body, "n", 1, 1);
        return new CompletionRequest(LastQuestion(body), ReadSchema(body));
    }

    private static void CheckModel(JsonElement body)
    {
        if (!body.TryGetProperty("model", out var model))
            throw new OpenAiError(400, "you must provide a model parameter", null);
        if (model.ValueKind != JsonValueKind.String)
            throw OpenAiError.WrongType("model", "a string");
        if (model.GetString() != AssistantSimulator.Model)
            throw new OpenAiError(
                404, $"The model `{model.GetString()}` does not exist or you do not have access to it.", "model_not_found");
    }

    private static void CheckNumber(JsonElement body, string name, double least, double most)
    {
        if (!body.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null)
            return;
        if (given.ValueKind != JsonValueKind.Number)
            throw OpenAiError.WrongType(name, "a number");
        if (given.GetDouble() < least)
            throw new OpenAiError(400, $"Invalid '{name}': expected a value >= {least}, but got {given}.", "decimal_below_min_value", name);
        if (given.GetDouble() > most)
            throw new OpenAiError(400, $"Invalid '{name}': expected a value <= {most}, but got {given}.", "decimal_above_max_value", name);
    }

    private static string LastQuestion(JsonElement body)
    {
        if (!body.TryGetProperty("messages", out var messages))
            throw OpenAiError.Missing("messages");
        if (messages.ValueKind != JsonValueKind.Array)
            throw OpenAiError.WrongType("messages", "an array of objects");
        if (messages.GetArrayLength() == 0)
            throw new OpenAiError(
                400, "Invalid 'messages': empty array. Expected an array with minimum length 1.", "empty_array", "messages");
        var question = "";
        foreach (var (at, message) in messages.EnumerateArray().Index())
        {
            var place = $"messages[{at}]";
            if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("role", out var role))
                throw OpenAiError.Missing($"{place}.role");
            if (role.ValueKind != JsonValueKind.String || !Roles.Contains(role.GetString()!))
                throw new OpenAiError(400, $"Invalid value: '{role}'. Supported values are: {string.Join(", ", Roles)}.", "invalid_value",
                    $"{place}.role");
            if (!message.TryGetProperty("content", out var content))
                throw OpenAiError.Missing($"{place}.content");
            if (role.GetString() == "user")
                question = TextOf(content, $"{place}.content");
        }

        return question;
    }

    private static string TextOf(JsonElement content, string place) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part =>
            part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : throw OpenAiError.WrongType(place, "a part of text"))),
        _ => throw OpenAiError.WrongType(place, "one of a string or array of objects"),
    };

    private static JsonElement? ReadSchema(JsonElement body)
    {
        if (!body.TryGetProperty("response_format", out var format))
            return null;
        if (format.ValueKind != JsonValueKind.Object || !format.TryGetProperty("type", out var type))
            throw OpenAiError.Missing("response_format.type");
        if (type.ValueKind != JsonValueKind.String || type.GetString() is not ("text" or "json_object" or "json_schema"))
            throw new OpenAiError(
                400, $"Invalid value: '{type}'. Supported values are: 'json_object', 'json_schema', and 'text'.", "invalid_value",
                "response_format.type");
        return type.GetString() == "json_schema" ? SchemaRules.Read(format) : null;
    }
}
