using System.Globalization;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>A channel in memory: what the bot sends waits in a queue until a test asks for it.</summary>
public class TestAdapter : BotAdapter
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource<IActivity>> _waiting = new();
    private readonly TimeProvider _clock = TimeProvider.System;
    private int _nextId;

    /// <summary>A conversation of its own on this channel.</summary>
    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(NewConversation(channelId), sendTraceActivity)
    {
    }

    /// <param name="conversation">Null for a conversation of its own on the channel <c>test</c>.</param>
    /// <param name="sendTraceActivity">Whether traces are kept among the replies.</param>
    public TestAdapter(ConversationReference? conversation = null, bool sendTraceActivity = false)
    {
        EnableTrace = sendTraceActivity;
        Conversation = conversation ?? NewConversation("test");
    }

    /// <summary>Whether traces are kept among the replies.</summary>
    public bool EnableTrace { get; set; }

    /// <summary>The language of the activities that it makes.</summary>
    public string Locale { get; set; } = "en-us";

    /// <summary>What the bot sent and nobody asked for yet, oldest first.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    /// <summary>Where the activities that it makes take place.</summary>
    public ConversationReference Conversation { get; set; }

    /// <summary>A reference on the channel <c>test</c>; the ids are the names in small letters.</summary>
    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") => new()
    {
        ChannelId = "test",
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(false, name, name),
        User = new ChannelAccount(user.ToLowerInvariant(), user),
        Bot = new ChannelAccount(bot.ToLowerInvariant(), bot),
        Locale = "en-us",
    };

    /// <summary>Adds a middleware, and is itself the result.</summary>
    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs one turn; what the activity does not say of the conversation is filled in.</summary>
    public Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default) =>
        Run(null, activity, callback, cancellationToken);

    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        await Run(claimsIdentity, activity, callback, cancellationToken);
        return null;
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id))
                activity.Id = NewId();
            activity.Timestamp ??= _clock.GetUtcNow();
            if (activity.Type == ActivityTypesEx.Delay)
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken);
            else if (activity.Type != ActivityTypes.Trace || EnableTrace)
                Enqueue(activity);
            responses[i] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var found = false;
        Rewrite(replies => replies.Select(reply => (found |= reply.Id == activity.Id) && reply.Id == activity.Id ? activity : reply));
        return Task.FromResult(found ? new ResourceResponse(activity.Id) : new ResourceResponse());
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Rewrite(replies => replies.Where(reply => reply.Id != reference.ActivityId));
        return Task.CompletedTask;
    }

    /// <summary>Forgets what was sent, and tells the bot of a new conversation.</summary>
    public async Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        lock (_lock)
            ActiveQueue.Clear();
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount(id: "created" + NewId());
        using var turn = new TurnContext(this, update);
        await callback(turn, cancellationToken);
    }

    /// <summary>The next thing the bot sent, or null when there is nothing.</summary>
    public IActivity? GetNextReply()
    {
        lock (_lock)
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
    }

    /// <summary>The next thing the bot sends.</summary>
    public Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (ActiveQueue.TryDequeue(out var reply))
                return Task.FromResult<IActivity>(reply);
            var waiting = new TaskCompletionSource<IActivity>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiting);
            cancellationToken.Register(() => waiting.TrySetCanceled(cancellationToken));
            return waiting.Task;
        }
    }

    /// <summary>A message of the user's, with a new id.</summary>
    public Activity MakeActivity(string? text = null) => new(ActivityTypes.Message)
    {
        Locale = Locale,
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl!,
        Id = NewId(),
        Text = text,
    };

    /// <summary>Runs one turn in which the user says this.</summary>
    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference NewConversation(string channelId) => new()
    {
        ChannelId = channelId,
        ServiceUrl = "https://test.com",
        User = new ChannelAccount("user1", "User1"),
        Bot = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(false, "convo1", "Conversation1"),
        Locale = "en-us",
    };

    private async Task Run(ClaimsIdentity? identity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        Complete(activity);
        using var turn = CreateTurnContext(activity);
        if (identity is not null)
            turn.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    private void Complete(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (string.IsNullOrEmpty(activity.Type))
            activity.Type = ActivityTypes.Message;
        if (string.IsNullOrEmpty(activity.ChannelId))
            activity.ChannelId = Conversation.ChannelId;
        if (activity.From is null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
            activity.From = Conversation.User;
        activity.Recipient = Conversation.Bot;
        activity.Conversation = Conversation.Conversation;
        activity.ServiceUrl = Conversation.ServiceUrl!;
        activity.Id ??= NewId();
        activity.Timestamp ??= _clock.GetUtcNow();
    }

    private void Enqueue(Activity activity)
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var waiting))
                if (waiting.TrySetResult(activity))
                    return;
            ActiveQueue.Enqueue(activity);
        }
    }

    private void Rewrite(Func<List<Activity>, IEnumerable<Activity>> change)
    {
        lock (_lock)
        {
            var replies = change([.. ActiveQueue]).ToList();
            ActiveQueue.Clear();
            replies.ForEach(ActiveQueue.Enqueue);
        }
    }

    private string NewId() => Interlocked.Increment(ref _nextId).ToString(CultureInfo.InvariantCulture);
}
