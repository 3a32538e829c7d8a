using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceBot.Bench.Waterfall;

/// The shape of the waterfall's stored state. What dialogs keep loosely stays JSON here.
internal sealed record StoredState(
    [property: JsonPropertyName("talk"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DialogueState? Dialogue,
    [property: JsonPropertyName("dialogs")] StoredStack Dialogs);

internal sealed record StoredStack(List<StoredDialog> DialogStack);

internal sealed record StoredDialog(string Id, Dictionary<string, JsonElement> State, int? StackIndex, string? Version);

[JsonSerializable(typeof(StoredState))]
internal sealed partial class StoredJson : JsonSerializerContext;
