using System.Text.Json;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Reads the body of a webhook whose signature was found right.</summary>
public static class FacebookWebhook
{
    /// <summary>
    /// Every event of every entry, in the order sent, each on its own: one that cannot be read harms no other.
    /// A body that is no webhook at all gives one malformed event that says so. Never throws for what the body holds.
    /// </summary>
    public static IReadOnlyList<FacebookEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(DeepJson.Cut(BrokenText.Mend(WithoutMark(body))));
            return ReadBody(document.RootElement);
        }
        catch (JsonException fault)
        {
            return
            [
                EventReader.Malformed(
                    $"the body is not JSON: it breaks at line {fault.LineNumber}, byte {fault.BytePositionInLine}", body.Span),
            ];
        }
    }

    private static List<FacebookEvent> ReadBody(JsonElement root)
    {
        // Meta names the object in every webhook and spells it so (developers.facebook.com/docs/messenger-platform/webhooks, read
        // 2026-11-27): what names none, or another, is nobody's conversation with a Page.
        var name = root.Member("object"u8);
        var isPage = name.ValueKind == JsonValueKind.String && name.ValueEquals("page"u8);
        if (!isPage && (IsThere(name) || IsThere(root.Member("entry"u8))))
            return [EventReader.OtherObject(name.AsText() ?? "none", root)];
        var events = new List<FacebookEvent>();
        var lists = 0;
        foreach (var entries in root.Members("entry"u8))
        {
            if (entries.ValueKind != JsonValueKind.Array)
                continue;
            lists++;
            foreach (var entry in entries.EnumerateArray())
                ReadEntry(entry, events);
        }

        if (lists == 0)
            events.Add(EventReader.Malformed("the body has no list of entries", root));
        return events;
    }

    private static bool IsThere(JsonElement member) => member.ValueKind != JsonValueKind.Undefined;

    private static void ReadEntry(JsonElement entry, List<FacebookEvent> events)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            events.Add(EventReader.Malformed("an entry is not an object", entry));
            return;
        }

        var from = new EntryFacts(entry.Text("id"u8), entry.Member("time"u8).AsTime());
        // A list under a name that comes twice is read twice: no event is lost for its neighbour's sake.
        foreach (var list in entry.Members("messaging"u8))
            ReadList(list, from, standby: false, events);
        foreach (var list in entry.Members("standby"u8))
            ReadList(list, from, standby: true, events);

        foreach (var changes in entry.Members("changes"u8))
        {
            if (changes.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var change in changes.EnumerateArray())
                events.Add(EventReader.Change(change, from));
        }
    }

    private static void ReadList(JsonElement list, EntryFacts from, bool standby, List<FacebookEvent> events)
    {
        if (list.ValueKind == JsonValueKind.Array)
            foreach (var item in list.EnumerateArray())
                events.Add(EventReader.Read(item, from, standby));
        else if (list.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            events.Add(EventReader.Malformed("an entry's events are not a list", list));
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
