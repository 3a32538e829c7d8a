using System.Runtime.InteropServices;
using System.Text.Json;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>What an entry says about all of its events.</summary>
internal readonly record struct EntryFacts(string? PageId, DateTimeOffset? Time);

/// <summary>Reads one event: who, when, what kind, and under which key it is known.</summary>
internal static class EventReader
{
    public static FacebookEvent Malformed(string fault, JsonElement raw) => Malformed(fault, JsonMarshal.GetRawUtf8Value(raw));

    public static FacebookEvent Malformed(string fault, ReadOnlySpan<byte> raw) => new()
    {
        Kind = FacebookEventKind.Malformed,
        Fault = fault,
        DedupeKey = EventKeys.Made(null, "malformed", EventKeys.Hash(raw)),
    };

    public static FacebookEvent OtherObject(string name, JsonElement raw) => new()
    {
        Kind = FacebookEventKind.OtherObject,
        Field = name,
        DedupeKey = EventKeys.Made(null, "object", EventKeys.Hash(JsonMarshal.GetRawUtf8Value(raw))),
    };

    public static FacebookEvent Change(JsonElement raw, EntryFacts from) =>
        raw.ValueKind != JsonValueKind.Object
            ? Malformed("a change is not an object", raw)
            : new()
            {
                Kind = FacebookEventKind.Change,
                PageId = from.PageId,
                Timestamp = from.Time,
                Field = raw.Text("field"u8),
                DedupeKey = EventKeys.Made(from.PageId, "change", EventKeys.Hash(null, "change", from.Time?.ToString("O"), raw)),
            };

    public static FacebookEvent Read(JsonElement raw, EntryFacts from, bool standby)
    {
        if (raw.ValueKind != JsonValueKind.Object)
            return Malformed("an event is not an object", raw);

        var (kind, name, part) = EventKinds.Find(raw);
        if (kind is FacebookEventKind.Message or FacebookEventKind.Postback && part.ValueKind != JsonValueKind.Object)
            return Malformed($"a {name} is not an object", raw);

        if (kind == FacebookEventKind.Message)
            (kind, name) = MessageKind(part);

        var stamp = raw.Member("timestamp"u8);
        var read = Address(raw, from, kind) with
        {
            IsStandby = standby,
            Timestamp = stamp.AsTime() ?? from.Time,
            Mid = part.Text("mid"u8),
            EchoAppId = kind == FacebookEventKind.Echo ? part.Text("app_id"u8) : null,
            EchoText = kind == FacebookEventKind.Echo ? part.Text("text"u8) : null,
            EchoMetadata = kind == FacebookEventKind.Echo ? part.Text("metadata"u8) : null,
        };
        return Complete(read, raw, part, standby ? "standby." + name : name, stamp.AsText());
    }

    private static FacebookEvent Complete(FacebookEvent read, JsonElement raw, JsonElement part, string name, string? stamp)
    {
        var sender = raw.Member("sender"u8).Text("id"u8);
        var own = OwnKey(read, name, part, stamp);
        var hash = own is null || !CarriesOwnId(read) ? EventKeys.Hash(sender ?? read.PersonId, name, stamp, part) : null;
        read = read with { DedupeKey = own ?? EventKeys.Made(read.PageId, name, hash!) };

        var startsTurn = !Aside(read) && ActivityReader.Takes(read.Kind) && sender == read.PersonId;
        return startsTurn ? read with { Activity = ActivityReader.Read(raw, read, hash ?? read.Mid!) } : read;

        static bool Aside(FacebookEvent read) =>
            read.IsStandby || read.PageId is null || read.PersonId is null || read.PersonId == read.PageId;
    }

    private static (FacebookEventKind Kind, string Name) MessageKind(JsonElement message)
    {
        if (message.IsTrue("is_echo"u8))
            return (FacebookEventKind.Echo, "echo");
        return message.IsTrue("is_deleted"u8)
            ? (FacebookEventKind.MessageDeleted, "message_deleted")
            : (FacebookEventKind.Message, "message");
    }

    /// <summary>Page and person. What the Page itself did names them the other way round.</summary>
    private static FacebookEvent Address(JsonElement raw, EntryFacts from, FacebookEventKind kind)
    {
        var sender = raw.Member("sender"u8).Text("id"u8);
        var recipient = raw.Member("recipient"u8).Text("id"u8);
        var byPage = kind == FacebookEventKind.Echo || (sender is not null && sender == from.PageId && recipient != sender);
        return new()
        {
            Kind = kind,
            PageId = (byPage ? sender : recipient) ?? from.PageId,
            PersonId = byPage ? recipient : sender,
            DedupeKey = string.Empty,
        };
    }

    /// <summary>The key of an event that has an id of its own; null when it must be made from who, what and when.</summary>
    private static string? OwnKey(FacebookEvent read, string name, JsonElement part, string? stamp) => (read.Kind, read.Mid) switch
    {
        (FacebookEventKind.MessageEdited, { } mid) when part.Text("num_edit"u8) is { } count =>
            EventKeys.Own(read.PageId, name, mid, count),
        (FacebookEventKind.MessageEdited, _) => null,
        (FacebookEventKind.Reaction, { } mid) =>
            EventKeys.Own(read.PageId, name, mid, $"{part.Text("action"u8)}:{stamp}"),
        (_, { } mid) when CarriesOwnId(read) => EventKeys.Own(read.PageId, name, mid),
        _ => null,
    };

    /// <summary>The mid is the event's own id, not that of another message which the event is about.</summary>
    private static bool CarriesOwnId(FacebookEvent read) => read.Mid is not null && read.Kind
        is FacebookEventKind.Message or FacebookEventKind.MessageEdited or FacebookEventKind.MessageDeleted
        or FacebookEventKind.Echo or FacebookEventKind.Postback;
}
