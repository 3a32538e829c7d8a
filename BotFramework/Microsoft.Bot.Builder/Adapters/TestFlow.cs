using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Compares a reply with the one in a transcript; throws where it is wrong.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);

/// <summary>A conversation written down as a test: each step waits for the one before it. Nothing runs until StartTestAsync.</summary>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler? _callback;
    private readonly Func<Task> _steps;

    /// <param name="callback">The bot; null for one that says nothing.</param>
    public TestFlow(TestAdapter adapter, BotCallbackHandler? callback = null)
    {
        _adapter = adapter;
        _callback = callback;
        _steps = () => Task.CompletedTask;
    }

    /// <summary>The steps of a flow with another behind them.</summary>
    public TestFlow(Task task, TestFlow flow)
        : this(() => task, flow)
    {
    }

    /// <summary>The steps of a flow with another behind them, made when it is reached.</summary>
    public TestFlow(Func<Task> getTask, TestFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        _adapter = flow._adapter;
        _callback = flow._callback;
        _steps = getTask;
    }

    /// <summary>With a whole bot.</summary>
    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, (bot ?? throw new ArgumentNullException(nameof(bot))).OnTurnAsync)
    {
    }

    /// <summary>Runs the steps; throws what the first one that fails throws.</summary>
    public Task StartTestAsync() => _steps();

    /// <summary>The user says this.</summary>
    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, Callback, CancellationToken.None));
    }

    /// <summary>The user joins the conversation.</summary>
    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded!.Add(_adapter.Conversation.User);
        return _adapter.ProcessActivityAsync(update, Callback, CancellationToken.None);
    });

    /// <summary>The user sends this activity.</summary>
    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, Callback, CancellationToken.None));
    }

    /// <summary>Waits, in milliseconds.</summary>
    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    /// <summary>Waits.</summary>
    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    /// <summary>The next reply has this text. <paramref name="timeout"/> is in milliseconds.</summary>
    public TestFlow AssertReply(string expected, string? description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description, timeout);

    /// <summary>The next reply has this within its text. <paramref name="timeout"/> is in milliseconds.</summary>
    public TestFlow AssertReplyContains(string expected, string? description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
                Check(
                    reply.AsMessageActivity()?.Text?.Contains(expected, StringComparison.Ordinal) == true, description, expected,
                    Said(reply)),
            description ?? expected, timeout);

    /// <summary>The next reply has the same type and text. <paramref name="timeout"/> is in milliseconds.</summary>
    public TestFlow AssertReply(IActivity expected, string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(reply => CheckSame(expected, reply, description), description ?? Said(expected), timeout);
    }

    /// <summary>The next reply is equal to this one by the comparer. <paramref name="timeout"/> is in milliseconds.</summary>
    public TestFlow AssertReply(
        IActivity expected, IEqualityComparer<IActivity> equalityComparer, string? description = null, uint timeout = 3000) =>
        AssertReply(
            reply => Check(equalityComparer.Equals(expected, reply), description, Said(expected), Said(reply)),
            description ?? Said(expected), timeout);

    /// <summary>The next reply passes this check, which throws at a wrong one. <paramref name="timeout"/> is in milliseconds.</summary>
    public TestFlow AssertReply(Action<IActivity> validateActivity, string? description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        IActivity reply;
        try
        {
            reply = await _adapter.GetNextReplyAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No reply within {timeout} ms. Expected: '{description}'.");
        }

        validateActivity(reply);
    });

    /// <summary>No reply comes within this time, in milliseconds.</summary>
    public TestFlow AssertNoReply(string? description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        try
        {
            var reply = await _adapter.GetNextReplyAsync(patience.Token);
            Check(false, description, "no reply", Said(reply));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // Silence, as expected.
        }
    });

    /// <summary>Says something, and expects this text.</summary>
    public TestFlow Test(string userSays, string expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    /// <summary>Says something, and expects this reply.</summary>
    public TestFlow Test(string userSays, Activity expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    /// <summary>Says something, and has the reply checked.</summary>
    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    /// <summary>Plays a transcript: what a bot said in it is expected, the rest is sent.</summary>
    public TestFlow Test(IEnumerable<IActivity> activities, string? description = null, uint timeout = 3000) =>
        Test(activities, (expected, actual) => CheckSame(expected, actual, description), description, timeout);

    /// <summary>Plays a transcript: what a bot said in it is expected, the rest is sent.</summary>
    public TestFlow Test(IEnumerable<IActivity> activities, ValidateReply validateReply, string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(this, (flow, activity) => activity.From?.Role == RoleTypes.Bot
            ? flow.AssertReply(actual => validateReply(activity, actual), description ?? Said(activity), timeout)
            : flow.Send(activity));
    }

    /// <summary>The next reply has one of these texts. <paramref name="timeout"/> is in milliseconds.</summary>
    public TestFlow AssertReplyOneOf(string[] candidates, string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var expected = string.Join("' or '", candidates);
        return AssertReply(
            reply => Check(candidates.Contains(reply.AsMessageActivity()?.Text), description, expected, Said(reply)),
            description ?? expected, timeout);
    }

    private BotCallbackHandler Callback => _callback ?? ((_, _) => Task.CompletedTask);

    private static string Said(IActivity activity) => activity.AsMessageActivity()?.Text ?? activity.Type;

    private static void CheckSame(IActivity expected, IActivity actual, string? description)
    {
        Check(expected.Type == actual.Type, description, expected.Type, actual.Type);
        if (expected.AsMessageActivity() is { } message)
            Check(message.Text == actual.AsMessageActivity()?.Text, description, Said(expected), Said(actual));
    }

    private static void Check(bool holds, string? description, string expected, string actual)
    {
        if (!holds)
            throw new InvalidOperationException($"{description ?? "The reply differs"}: expected '{expected}', received '{actual}'.");
    }

    private TestFlow Then(Func<Task> step) => new(
        async () =>
        {
            await _steps();
            await step();
        },
        this);
}
