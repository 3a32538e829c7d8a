using System.Globalization;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime;

/// <summary>Why a row came into the inbox. It is stored beside the activity, so an activity cannot pretend to be another kind.</summary>
public enum RowKind
{
    /// <summary>What somebody outside sent: a shopper's message, tap or event.</summary>
    Message = 0,

    /// <summary>A notification that something changed elsewhere: look again.</summary>
    GatewayEvent = 1,

    /// <summary>The answer of a call that an earlier turn asked for.</summary>
    Answer = 2,

    /// <summary>A timer that an earlier turn set, now due.</summary>
    Timer = 3,

    /// <summary>The channel's copy of what we sent. Marks its outbox row and starts no turn.</summary>
    Echo = 4,

    /// <summary>A merchant's command.</summary>
    Command = 5,
}

/// <summary>What an endpoint brings. Equal keys are one arrival; <see cref="Lane"/> is the conversation it waits in.</summary>
/// <param name="Key">Unique for what happened, the same at every redelivery.</param>
/// <param name="Lane"><c>{channel}:{conversation}</c>, or <c>order:{id}</c>.</param>
/// <param name="Reference">Where replies of this lane go; null when the lane is known already.</param>
public sealed record IncomingMessage(string Key, string Lane, RowKind Kind, Activity Activity, ConversationReference? Reference = null);

/// <summary>The channel's copy of a message of ours, told by the id we put into it.</summary>
public sealed record MessageEcho(string Key, string Lane, OutboxId Message, string? ChannelId);

/// <summary>A stored arrival, waiting for its turn.</summary>
public sealed record InboxRow(long Seq, string Lane, RowKind Kind, ReadOnlyMemory<byte> Body, DateTimeOffset Received, int Attempts)
{
    /// <summary>The activity as its endpoint made it; null after a restart, with <see cref="Body"/> alone left. Good for one run.</summary>
    public Activity? Fresh { get; init; }
}

/// <summary>What became of an arrival: stored, or known already under the same key.</summary>
public readonly record struct AppendResult(long Seq, bool Duplicate);

/// <summary>The id of an outbox row: the inbox row whose turn wrote it, and its place among that turn's rows.</summary>
public readonly record struct OutboxId(long Seq, int Place)
{
    /// <summary>Reads <c>{database}-{seq}-{place}</c>; false for an id of another database, or none at all.</summary>
    public static bool TryRead(string text, string databaseId, out OutboxId id)
    {
        id = default;
        var parts = text.Split('-');
        if (parts.Length != 3 || parts[0] != databaseId
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return false;
        id = new OutboxId(seq, place);
        return true;
    }
}

/// <summary>Among which rows an outbox row keeps its order.</summary>
public enum OutboxQueue
{
    /// <summary>Kept in order among the lane's messages.</summary>
    Messages,

    /// <summary>Kept in order among the calls of the same order, or of the same lane where there is none.</summary>
    Calls,

    /// <summary>Kept in order among the mails of the same order to its shopper: a mail server may ask for hours of patience.</summary>
    ShopperMails,

    /// <summary>The same, to the merchant.</summary>
    MerchantMails,
}

/// <summary>One HTTP call to make. <see cref="Kind"/> says who can carry it out.</summary>
public sealed record OutboxRow(
    OutboxId Id,
    string Lane,
    string? Order,
    string Kind,
    string Target,
    ReadOnlyMemory<byte> Request,
    DateTimeOffset Created,
    int Attempts)
{
    /// <summary>The id as the world sees it: unique over all databases.</summary>
    public required string PublicId { get; init; }

    /// <summary>What rows must have in common to keep their order.</summary>
    public string Queue => Order ?? Lane;
}
