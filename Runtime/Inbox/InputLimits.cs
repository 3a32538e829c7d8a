using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime.Inbox;

/// <summary>
/// How long anything from outside may be: the one table for every endpoint. What exceeds it is refused (400, 413) or, where a
/// repeat would be no better, counted and answered 200; it is never stored. Lengths are UTF-16 characters, sizes are bytes.
/// </summary>
/// <remarks>
/// Sources, read 2026-11-27: Meta's Messenger reference (payload 1,000; an m.me ref 2,083; text that is sent 2,000, while
/// nothing is published for what people write, so ten times that); Meta publishes no length of its ids, which have 15 to 17
/// digits today, nor of its message ids, of which none above 200 was seen. Microsoft's Direct Line reference (an activity has
/// 256 KB at most). Stripe's object ids have 255 characters at most (docs.stripe.com/upgrades). BCP 47 (RFC 5646, 4.4.1):
/// 35 characters hold every language tag. The simulator's own limits are in <c>Simulator/Hosting/SimulatorLimits.cs</c>.
/// </remarks>
public static class InputLimits
{
    /// <summary>A webhook of Messenger's. Batches of more than 300 KB were seen; a cut body would never match its signature.</summary>
    public const int MessengerBody = 4 * 1024 * 1024;

    /// <summary>An activity at <c>/api/messages</c>.</summary>
    public const int ActivityBody = 256 * 1024;

    /// <summary>A webhook of Stripe's.</summary>
    public const int StripeBody = 1024 * 1024;

    /// <summary>The page after paying sends nothing.</summary>
    public const int ThanksBody = 1024;

    /// <summary>One event of a batch, as the JSON it came in: a text of full length may be written in escapes of six bytes.</summary>
    public const int Event = 256 * 1024;

    /// <summary>Objects and lists within each other. A row lies a few levels deeper than what came, and is read back to 64.</summary>
    public const int Depth = 32;

    /// <summary>The token of a page after paying.</summary>
    public const int Token = 256;

    /// <summary>A person or Page of Messenger's.</summary>
    public const int MessengerId = 64;

    /// <summary>A message id of Messenger's.</summary>
    public const int Mid = 512;

    /// <summary>A conversation, an account or an activity of the Connector's.</summary>
    public const int ConnectorId = 256;

    /// <summary>A channel's name, such as <c>emulator</c>.</summary>
    public const int ChannelId = 64;

    /// <summary>The address that a channel's replies go to.</summary>
    public const int ServiceUrl = 128;

    /// <summary>A language tag, such as <c>it-IT</c>: see the remarks.</summary>
    public const int Locale = 35;

    /// <summary>A fixed word of the protocol, such as a type or a format.</summary>
    public const int Word = 64;

    /// <summary>A name that a person or a program gave to something.</summary>
    public const int Name = 256;

    /// <summary>What a person wrote in one message, in signs.</summary>
    public const int Text = 20_000;

    /// <summary>What a tap carries, where it is text.</summary>
    public const int Payload = 2_083;

    /// <summary>What an account carries besides its id and name, as JSON: it is kept with the conversation.</summary>
    public const int AccountMore = 4 * 1024;

    /// <summary>Whether it may name a person or a Page: Meta's are digits; here whatever may stand in an address as it is.</summary>
    public static bool IsMessengerId(string? id) =>
        id is { Length: > 0 and <= MessengerId } && !id.AsSpan().ContainsAnyExcept(UrlSafe);

    /// <summary>Whether it may name a conversation or an account: any text but one that changes the address it is written into.</summary>
    public static bool IsConnectorId(string? id) =>
        id is { Length: > 0 and <= ConnectorId } && id is not ("." or "..") && !string.IsNullOrWhiteSpace(id) && !id.Any(char.IsControl);

    /// <summary>Whether it may name a channel, which is the beginning of its lanes' names.</summary>
    public static bool IsChannelId(string? id) => id is { Length: > 0 and <= ChannelId } && !id.AsSpan().ContainsAnyExcept(UrlSafe);

    /// <summary>The first field that is longer than it may be, or deeper; null when all are well. Works on what any channel made.</summary>
    public static string? FirstBeyond(Activity activity)
    {
        foreach (var (field, text, most) in Fields(activity))
        {
            if (text?.Length > most)
                return field;
        }

        return FirstAccountBeyond(activity) ?? (IsBeyond(activity.ChannelData) ? "channelData" : IsBeyond(activity.Value) ? "value" : null);
    }

    private static System.Buffers.SearchValues<char> UrlSafe { get; } =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private static (string Field, string? Text, int Most)[] Fields(Activity activity) =>
    [
        ("type", activity.Type, Word), ("id", activity.Id, Mid), ("replyToId", activity.ReplyToId, Mid),
        ("locale", activity.Locale, Locale),
        ("channelId", activity.ChannelId, ChannelId), ("serviceUrl", activity.ServiceUrl, ServiceUrl),
        ("text", activity.Text, Text), ("speak", activity.Speak, Text), ("summary", activity.Summary, Text),
        ("value", TextOf(activity.Value), activity.Type == ActivityTypes.Message ? Payload : Text),
        ("name", activity.Name, Name), ("label", activity.Label, Name), ("topicName", activity.TopicName, Name),
        ("valueType", activity.ValueType, Name), ("callerId", activity.CallerId, Name),
        ("action", activity.Action, Word), ("code", activity.Code, Word), ("importance", activity.Importance, Word),
        ("deliveryMode", activity.DeliveryMode, Word), ("inputHint", activity.InputHint, Word), ("textFormat", activity.TextFormat, Word),
        ("attachmentLayout", activity.AttachmentLayout, Word), ("localTimezone", activity.LocalTimezone, Word),
        ("conversation.id", activity.Conversation?.Id, ConnectorId), ("conversation.name", activity.Conversation?.Name, Name),
        ("conversation.conversationType", activity.Conversation?.ConversationType, Word),
        ("conversation.tenantId", activity.Conversation?.TenantId, Name),
        ("conversation.role", activity.Conversation?.Role, Word), ("conversation.aadObjectId", activity.Conversation?.AadObjectId, Name),
    ];

    private static string? FirstAccountBeyond(Activity activity)
    {
        if (More(activity.Conversation?.Properties) > AccountMore)
            return "conversation";
        IEnumerable<ChannelAccount?> accounts =
            [activity.From, activity.Recipient, .. activity.MembersAdded ?? [], .. activity.MembersRemoved ?? []];
        return accounts.Any(account => account is not null && (account.Id?.Length > ConnectorId || account.Name?.Length > Name
                || account.Role?.Length > Word || account.AadObjectId?.Length > Name || More(account.Properties) > AccountMore))
            ? "from, recipient or members"
            : null;
    }

    private static long More(IDictionary<string, JsonElement>? facts) =>
        facts?.Sum(fact => (long)fact.Key.Length + JsonMarshal.GetRawUtf8Value(fact.Value).Length) ?? 0;

    private static string? TextOf(object? value) => value switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };

    private static bool IsBeyond(object? value) =>
        value is JsonElement { ValueKind: not JsonValueKind.Undefined } json
        && JsonMarshal.GetRawUtf8Value(json) is var raw && (raw.Length > Event || !IsShallow(raw));

    /// <summary>Whether nothing in this JSON lies deeper than <see cref="Depth"/>.</summary>
    public static bool IsShallow(ReadOnlySpan<byte> json)
    {
        var (depth, quoted) = (0, false);
        for (var at = 0; at < json.Length; at++)
        {
            switch (json[at])
            {
                case (byte)'\\' when quoted:
                    at++;
                    break;
                case (byte)'"':
                    quoted = !quoted;
                    break;
                case (byte)'[' or (byte)'{' when !quoted:
                    if (++depth > Depth)
                        return false;
                    break;
                case (byte)']' or (byte)'}' when !quoted:
                    depth--;
                    break;
            }
        }

        return true;
    }
}
