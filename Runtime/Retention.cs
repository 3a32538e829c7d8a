namespace CommerceBot.Runtime;

/// <summary>How long what is done with is kept.</summary>
/// <param name="Rows">Rows that were handled or sent, and with them the keys that tell a repeat.</param>
/// <param name="Conversations">What is remembered of a conversation in which nobody has written since, and nothing was ordered.</param>
public sealed record Retention(TimeSpan Rows, TimeSpan Conversations)
{
    /// <summary>Platforms repeat what was not acknowledged for three days at most.</summary>
    public static readonly Retention Usual = new(TimeSpan.FromDays(30), TimeSpan.FromDays(730));
}
