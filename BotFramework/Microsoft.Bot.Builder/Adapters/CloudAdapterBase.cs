using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using System.Text.Json;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Speaks the Bot Connector protocol. With an <see cref="IOutgoingRecorder"/> in TurnState it records its calls;
/// else it makes them at once.
/// </summary>
[SuppressMessage("Naming", "CA1725", Justification = "Microsoft's base class says botId and its CloudAdapter botAppId.")]
public abstract class CloudAdapterBase : BotAdapter
{
    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        BotFrameworkAuthentication = botFrameworkAuthentication;
        Logger = logger ?? NullLogger.Instance;
    }

    protected BotFrameworkAuthentication BotFrameworkAuthentication { get; }

    protected ILogger Logger { get; }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            activities[i].Id = null;
            responses[i] = await Send(turnContext, activities[i], cancellationToken) ?? new ResourceResponse(string.Empty);
        }

        return responses;
    }

    public override async Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return Recorder(turnContext) is { } recorder
            ? ConnectorRecording.Update(recorder, activity)
            : await Connector(turnContext).Conversations.UpdateActivityAsync(activity, cancellationToken)
                ?? new ResourceResponse(activity.Id);
    }

    public override async Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        if (Recorder(turnContext) is { } recorder)
            ConnectorRecording.Delete(recorder, reference);
        else
            await Connector(turnContext)
                .Conversations.DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId!, cancellationToken);
    }

    public override Task ContinueConversationAsync(
        string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken
    ) => ProcessProactiveAsync(CreateClaimsIdentity(botAppId), reference.GetContinuationActivity(), null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken
    ) => ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, string audience, BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), audience, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        string botAppId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken
    ) => ProcessProactiveAsync(CreateClaimsIdentity(botAppId), continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken
    ) => ProcessProactiveAsync(claimsIdentity, continuationActivity, null, callback, cancellationToken);

    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => ProcessProactiveAsync(claimsIdentity, continuationActivity, audience, callback, cancellationToken);

    public override async Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters,
        BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        Arguments.NotBlank(serviceUrl);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var identity = CreateClaimsIdentity(botAppId);
        using var connector = await BotFrameworkAuthentication
            .CreateConnectorFactory(identity)
            .CreateAsync(serviceUrl, audience, cancellationToken);
        var created =
            await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken)
            ?? throw new ErrorResponseException("The channel opened a conversation without telling its id.");
        var first = new Activity(ActivityTypes.Event)
        {
            Name = ActivityEventNames.CreateConversation,
            Id = created.ActivityId,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Conversation = new ConversationAccount(id: created.Id, tenantId: conversationParameters.TenantId),
            ChannelData = conversationParameters.ChannelData,
            Recipient = conversationParameters.Bot ?? new ChannelAccount(string.Empty),
            From = conversationParameters.Members?.FirstOrDefault() ?? new ChannelAccount(string.Empty),
        };
        await ProcessProactiveAsync(identity, first, audience, callback, cancellationToken);
    }

    public override Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        var known = new AuthenticateRequestResult
        {
            ClaimsIdentity = claimsIdentity,
            CallerId = activity.CallerId,
            ConnectorFactory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity),
        };
        return ProcessActivityAsync(known, activity, callback, cancellationToken);
    }

    protected async Task ProcessProactiveAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, string? audience, BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(continuationActivity);
        ArgumentNullException.ThrowIfNull(callback);
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        using var turn = await OpenTurn(continuationActivity, claimsIdentity, factory, audience, callback, cancellationToken);
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    protected async Task<InvokeResponse?> ProcessActivityAsync(
        string? authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        return await ProcessActivityAsync(caller, activity, callback, cancellationToken);
    }

    protected async Task<InvokeResponse?> ProcessActivityAsync(
        AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticateRequestResult);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(callback);
        activity.CallerId = authenticateRequestResult.CallerId;
        using var turn = await OpenTurn(
            activity, authenticateRequestResult.ClaimsIdentity, authenticateRequestResult.ConnectorFactory,
            authenticateRequestResult.Audience, callback, cancellationToken);
        await RunPipelineAsync(turn, callback, cancellationToken);
        return AnswerOf(turn);
    }

    [SuppressMessage("Performance", "CA1822", Justification = "An instance method in Microsoft's API.")]
    protected ClaimsIdentity CreateClaimsIdentity(string? botAppId) =>
        new([new Claim("aud", botAppId ?? string.Empty), new Claim("appid", botAppId ?? string.Empty)]);

    private static IOutgoingRecorder? Recorder(ITurnContext turn) => turn.TurnState.Get<IOutgoingRecorder>();

    private static IConnectorClient Connector(ITurnContext turn) => turn.TurnState.Get<IConnectorClient>()
        ?? throw new InvalidOperationException("The activity has no ServiceUrl, so there is nowhere to send a reply.");

    private static InvokeResponse? AnswerOf(TurnContext turn)
    {
        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = new ExpectedReplies(turn.BufferedReplyActivities) };
        if (turn.Activity.Type != ActivityTypes.Invoke)
            return null;
        return turn.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse
            ?? new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented };
    }

    private static TimeSpan Pause(object? value) => TimeSpan.FromMilliseconds(value switch
    {
        JsonElement { ValueKind: JsonValueKind.Number } json => json.GetInt32(),
        null => 0,
        _ => Convert.ToInt32(value, CultureInfo.InvariantCulture),
    });

    private static async Task<ResourceResponse?> Send(ITurnContext turn, Activity activity, CancellationToken cancellationToken)
    {
        var recorder = Recorder(turn);
        switch (activity.Type)
        {
            case ActivityTypesEx.InvokeResponse:
                turn.TurnState.Set(InvokeResponseKey, activity);
                return null;
            case ActivityTypesEx.Delay:
                // A turn that is recorded must not wait: its replies leave only after it ends.
                if (recorder is null)
                    await Task.Delay(Pause(activity.Value), cancellationToken);
                return null;
            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                return null;
        }

        if (recorder is not null)
            return ConnectorRecording.Send(recorder, activity);
        var conversations = Connector(turn).Conversations;
        return string.IsNullOrWhiteSpace(activity.ReplyToId)
            ? await conversations.SendToConversationAsync(activity, cancellationToken)
            : await conversations.ReplyToActivityAsync(activity, cancellationToken);
    }

    private async Task<TurnContext> OpenTurn(
        Activity activity, ClaimsIdentity identity, ConnectorFactory connectors, string? audience, BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        var turn = new TurnContext(this, activity);
        turn.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        turn.TurnState.Add(callback);
        turn.TurnState.Add(connectors);
        turn.TurnState.Set(OAuthScopeKey, audience!);
        if (!string.IsNullOrEmpty(activity.ServiceUrl))
            turn.TurnState.Add(await connectors.CreateAsync(activity.ServiceUrl, audience, cancellationToken));
        return turn;
    }
}
