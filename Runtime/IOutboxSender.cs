using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime;

/// <summary>Carries out one outbox row over the network. Retries nothing itself: the outbox is the only retry.</summary>
public interface IOutboxSender
{
    /// <summary>The kinds of rows it knows, such as <c>messenger</c>.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Which of the outbox's two queues rows of this kind wait in.</summary>
    OutboxQueue QueueOf(string kind);

    /// <summary>How long after its turn a row may still be tried; then it ends as failed.</summary>
    TimeSpan GivesUpAfter(string kind);

    /// <summary>One try. What throws is tried again, or ends the row where no try can help.</summary>
    Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken);

    /// <summary>The answer to give the conversation when a call ends without one; null when nobody waits for it.</summary>
    Activity? AnswerWhenAbandoned(OutboxRow row, string reason) => null;
}

/// <summary>What came of one try.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>
    /// Done. <paramref name="ChannelId"/> is what the channel calls the message; <paramref name="Answer"/> goes back to
    /// the lane.
    /// </summary>
    public sealed record Done(string? ChannelId = null, Activity? Answer = null) : Outcome;

    /// <summary>Not done, and known not to be: try again.</summary>
    public sealed record Later(string Reason, TimeSpan? After = null) : Outcome;

    /// <summary>Perhaps done: wait for the channel's echo, then try again.</summary>
    public sealed record Unknown(string Reason) : Outcome;

    /// <summary>Never will be. <paramref name="Answer"/> tells the lane, when it waits for one.</summary>
    public sealed record Dead(string Reason, Activity? Answer = null) : Outcome;
}
