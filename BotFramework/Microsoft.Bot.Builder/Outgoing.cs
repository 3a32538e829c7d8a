using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Bot.Builder;

/// <summary>
/// One HTTP call made out of an activity: recorded instead of sent.
/// Target is "me/messages" (relative to Graph) or an absolute connector URL. Where the call changes or deletes an
/// earlier activity, Target (and the body's own "id") names it as <c>{activity:ID}</c>, ID being what the bot was told
/// when it sent that activity; <see cref="WithChannelIds"/> puts the channel's id in its place.
/// </summary>
public sealed record OutgoingCall(string Id, string Method, string Target, ReadOnlyMemory<byte> Body)
{
    private const string MarkStart = "{activity:";

    /// <summary>How Target names an earlier activity before the channel's id for it is known.</summary>
    public static string Mark(string activityId) => $"{MarkStart}{Uri.EscapeDataString(activityId)}}}";

    /// <summary>The id of the earlier activity that Target names, or null when it names none.</summary>
    public string? EarlierActivity()
    {
        var start = Target.IndexOf(MarkStart, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = Target.IndexOf('}', start);
        return end < 0 ? null : Uri.UnescapeDataString(Target[(start + MarkStart.Length)..end]);
    }

    /// <summary>
    /// The call as the channel understands it. Ask <paramref name="channelId"/> for the channel's id of an activity;
    /// an id that it does not know came from the channel in the first place, and stays as it is.
    /// </summary>
    public OutgoingCall WithChannelIds(Func<string, string?> channelId)
    {
        if (EarlierActivity() is not { } ours)
            return this;
        var theirs = channelId(ours) ?? ours;
        return this with
        {
            Target = Target.Replace(Mark(ours), Uri.EscapeDataString(theirs), StringComparison.Ordinal),
            Body = WithId(theirs),
        };
    }

    private ReadOnlyMemory<byte> WithId(string id)
    {
        if (Body.IsEmpty || JsonNode.Parse(Body.Span) is not JsonObject activity)
            return Body;
        activity["id"] = id;
        return JsonSerializer.SerializeToUtf8Bytes(activity, Schema.SchemaJson.Options);
    }
}

/// <summary>Where a turn's calls are kept until the turn is committed. Found in TurnState.</summary>
public interface IOutgoingRecorder
{
    /// <summary>An id for the next call: the same one when the same turn runs again.</summary>
    string NewId();

    /// <summary>Keeps the call behind those before it.</summary>
    void Record(OutgoingCall call);
}
