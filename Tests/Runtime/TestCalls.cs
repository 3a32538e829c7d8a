using System.Collections.Concurrent;
using CommerceBot.Runtime;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Tests.Runtime;

/// <summary>Sends rows of a kind that no service outside knows: each test says what comes of every try.</summary>
internal sealed class TestCalls : IOutboxSender
{
    private readonly ConcurrentQueue<OutboxRow> _tried = new();

    public Func<OutboxRow, int, Outcome> Answer { get; set; } = (_, _) => new Outcome.Done();

    /// <summary>Held here before an answer is given, when there is something to wait for.</summary>
    public Func<OutboxRow, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public OutboxQueue Queue { get; init; } = OutboxQueue.Calls;

    public TimeSpan Lives { get; init; } = TimeSpan.FromHours(1);

    public Activity? LastWords { get; init; }

    public IReadOnlyCollection<string> Kinds { get; } = ["test-call"];

    /// <summary>The targets of all tries so far, in order.</summary>
    public IReadOnlyList<string> Tried => [.. _tried.Select(row => row.Target)];

    public IReadOnlyList<int> Attempts => [.. _tried.Select(row => row.Attempts)];

    /// <summary>The row that was tried last.</summary>
    public OutboxRow Last => _tried.Last();

    public OutboxQueue QueueOf(string kind) => Queue;

    public TimeSpan GivesUpAfter(string kind) => Lives;

    public async Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        int tries;
        lock (_tried)
        {
            tries = _tried.Count(each => each.Id == row.Id);
            _tried.Enqueue(row);
        }

        await Before(row, cancellationToken);
        return Answer(row, tries);
    }

    public Activity? AnswerWhenAbandoned(OutboxRow row, string reason) => LastWords;

    public static void Ask(ITurnContext turn, string target, string? order = null) =>
        turn.TurnState.Get<ITurnCalls>().Call("test-call", target, default, order);

    public static Activity AnswerEvent(string name) => new() { Type = ActivityTypes.Event, Name = name };
}
