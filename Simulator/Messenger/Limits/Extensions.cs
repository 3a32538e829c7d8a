using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using CommerceBot.Simulator.Messenger.People;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>A web view that asks who the person is must be on a domain that the Page has listed.</summary>
internal static class Extensions
{
    public static GraphError? Check(JsonElement body, PageProfile profile)
    {
        var listed = profile.Get("whitelisted_domains")?.EnumerateArray()
            .Select(d => new Uri(d.GetString()!).Host).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var stranger = Asking(body).Select(u => new Uri(u)).FirstOrDefault(u => !listed.Contains(u.Host));
        return stranger is null
            ? null
            : GraphError.Bad($"The domain {stranger.Host} is not whitelisted for messenger_extensions", 2018062);
    }

    private static IEnumerable<string> Asking(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Asking),
        JsonValueKind.Object when value.TryGetProperty("messenger_extensions", out var on) && on.ValueKind is JsonValueKind.True =>
            [value.GetProperty("url").GetString()!],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Asking(p.Value)),
        _ => [],
    };
}
