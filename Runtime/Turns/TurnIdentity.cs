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

    internal TurnIdentity(InboxRow row, IUnitOfWork work, int tries, CancellationToken stopping)
        : base([new Claim(Origin, row.Kind.ToString().ToLowerInvariant())], "CommerceBot.Runtime")
    {
        Row = row;
        Work = work;
        Tries = tries;
        Stopping = stopping;
    }

    /// <summary>From here on the turn goes on with what somebody outside sent before, and trusts it no more than then.</summary>
    public void SpeakForOutside()
    {
        RemoveClaim(FindFirst(Origin));
        AddClaim(new Claim(Origin, nameof(RowKind.Message).ToLowerInvariant()));
    }

    internal InboxRow Row { get; }

    internal IUnitOfWork Work { get; }

    /// <summary>Earlier tries of this row that threw or never came back.</summary>
    internal int Tries { get; }

    /// <summary>Cancelled when the host stops: a turn that ends by that has not failed.</summary>
    internal CancellationToken Stopping { get; }

    internal bool IsLastTry => Tries >= TurnRunner.MostTries - 1;

    /// <summary>What the bot answered to an invoke.</summary>
    internal InvokeResponse? Response { get; set; }

    /// <summary>Why the last try ended in an error reply; null when it did not.</summary>
    internal string? DeadReason { get; set; }
}
