using CommerceBot.Cards;

namespace CommerceBot.Dialogs;

/// <summary>
/// A finger that touches the same button twice means it once. Counted by the times of the events, so that a busy shop judges as a
/// quick one does; what is typed always counts, and so does a button that the shop showed again after the first tap.
/// </summary>
internal static class RepeatedTap
{
    /// <summary>How long after the first tap the same button is the same tap.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether this is the same tap again, which is answered already. Anything else is remembered for the next.</summary>
    public static bool Is(ShopTurn turn, Utterance utterance)
    {
        var conversation = turn.Conversation;
        var at = (turn.Context.Activity.Timestamp ?? turn.Now).ToUnixTimeMilliseconds();
        var payload = utterance.IsTap ? utterance.Action?.Write() : null;
        if (payload is not null && payload == conversation.Tap && Math.Abs(at - conversation.TapAt) <= Window.TotalMilliseconds
            && !(at > conversation.TapShownAgainAt))
            return true;
        (conversation.Tap, conversation.TapAt, conversation.TapShownAgainAt) = (payload, at, null);
        return false;
    }
}
