using System.Text.Json;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>Something that an open chat page must show now. Only transcript entries have an id and are replayed.</summary>
internal sealed record Update(string Kind, string Json, string? Id = null)
{
    public static Update Of<T>(string kind, T content, string? id = null) =>
        new(kind, JsonSerializer.Serialize(content, MessengerJson.Options), id);
}
