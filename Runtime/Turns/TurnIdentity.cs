using System.Security.Claims;
using Microsoft.Bot.Builder;

namespace CommerceBot.Runtime.Turns;

/// <summary>
/// Who a turn speaks for. It travels through the adapter as Bot Framework identities do, brings the turn's stores to the
/// first middleware, and carries the claim by which the bot knows our own facts from what somebody outside sent.
/// </summary>
public sealed class TurnIdentity : ClaimsIdentity
{
    /// <summary>The claim's type. Its value is the row's kind in lower case, such as <c>answer</c>.</summary>
    public const string Origin = "commercebot:origin";

    internal TurnIdentity(InboxRow row, IUnitOfWork work, int tries)
        : base([new Claim(Origin, Kind(row.Kind))], "CommerceBot.Runtime")
    {
        Row = row;
        SpeaksFor = row.Kind;
        Work = work;
        Tries = tries;
    }

    internal InboxRow Row { get; }

    /// <summary>Whom the turn speaks for: the row's kind, unless the row only woke what somebody outside had sent.</summary>
    internal RowKind SpeaksFor { get; private set; }

    internal IUnitOfWork Work { get; }

    /// <summary>Earlier tries of this row that threw or never came back.</summary>
    internal int Tries { get; }

    internal bool IsLastTry => Tries >= TurnRunner.MostTries - 1;

    /// <summary>From here on the turn handles a message that waited: whoever wrote it gets no claim but a message's.</summary>
    internal void BecomeMessage()
    {
        foreach (var claim in FindAll(Origin).ToList())
            RemoveClaim(claim);
        SpeaksFor = RowKind.Message;
        AddClaim(new Claim(Origin, Kind(SpeaksFor)));
    }

    /// <summary>What the bot answered to an invoke.</summary>
    internal InvokeResponse? Response { get; set; }

    /// <summary>Why the last try ended in an apology; null when it did not.</summary>
    internal string? DeadReason { get; set; }

    private static string Kind(RowKind kind) => kind.ToString().ToLowerInvariant();
}
