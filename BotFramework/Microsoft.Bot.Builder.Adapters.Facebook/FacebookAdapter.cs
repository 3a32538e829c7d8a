using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Messenger's side of a bot: webhooks become turns, what the bot says becomes calls of the Send API.</summary>
public class FacebookAdapter : BotAdapter, IBotFrameworkHttpAdapter
{
    private readonly FacebookClientWrapper _client;
    private readonly InlineWebhook _endpoint;
    private readonly ILogger _logger;

    /// <summary>
    /// From the settings FacebookVerifyToken, FacebookAppSecret and FacebookAccessToken; FacebookApiHost and
    /// FacebookApiVersion if they differ from Graph's; Pages:{id}:AccessToken for further Pages.
    /// </summary>
    public FacebookAdapter(IConfiguration configuration, FacebookAdapterOptions? options = null, ILogger? logger = null)
        : this(new FacebookClientWrapper(FacebookSettings.From(configuration)), options, logger)
    {
    }

    /// <summary>With a client of the caller's, who disposes of it.</summary>
    /// <exception cref="ArgumentException">Requests are to be verified, and there is no app secret to do it with.</exception>
    public FacebookAdapter(FacebookClientWrapper facebookClient, FacebookAdapterOptions? options, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(facebookClient);
        options ??= new FacebookAdapterOptions();
        if (options.VerifyIncomingRequests && string.IsNullOrEmpty(facebookClient.Options.FacebookAppSecret))
            throw new ArgumentException(
                "FacebookAppSecret is missing, so no webhook could be told from a forgery. Add \"FacebookAppSecret\": \"...\" to "
                + "appsettings.json, from the app's page at developers.facebook.com.",
                nameof(facebookClient));

        _client = facebookClient;
        _logger = logger ?? NullLogger.Instance;
        _endpoint = new InlineWebhook(facebookClient, options, _logger);
    }

    /// <summary>
    /// Sends each activity in order, or records its calls when the turn has an <see cref="IOutgoingRecorder"/>.
    /// One response per activity, with the id of its last message; "" for what is not sent.
    /// </summary>
    /// <exception cref="FacebookApiException">Graph refused, or gave no answer.</exception>
    /// <exception cref="ArgumentException">The activity cannot be said in Messenger.</exception>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);

        var recorder = turnContext.TurnState.Get<IOutgoingRecorder?>();
        IMessageSink line = recorder is null ? new SendingSink(_client) : new RecordingSink(recorder);

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            responses[i] = new ResourceResponse(await SendOneAsync(line, activities[i], cancellationToken).ConfigureAwait(false));
        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken
    ) => throw new NotImplementedException("Messenger cannot change a message that was sent.");

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken
    ) => throw new NotImplementedException("Messenger cannot take back a message that was sent.");

    /// <summary>A turn that the bot begins by itself, as a continuation event in that conversation.</summary>
    public Task ContinueConversationAsync(ConversationReference reference, BotCallbackHandler logic, CancellationToken cancellationToken) =>
        ContinueConversationAsync(InlineWebhook.Identity, reference, logic, cancellationToken);

    public override async Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        await ProcessActivityAsync(claimsIdentity, reference.GetContinuationActivity(), callback, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(activity);
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add<IIdentity>(BotIdentityKey, claimsIdentity);
        await RunPipelineAsync(turn, callback, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>
    /// Answers Meta's GET with its challenge; on a POST runs one turn per event, then answers 200. A turn that fails is
    /// logged and harms no other: an error status would make Meta send the whole batch again, handled events too.
    /// </summary>
    public Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        return _endpoint.AnswerAsync(
            httpRequest,
            httpResponse,
            (identity, activity, cancel) => ProcessActivityAsync(identity, activity, bot.OnTurnAsync, cancel),
            cancellationToken);
    }

    /// <summary>
    /// One message, from an activity that holds no more than Messenger takes in one call: bigger ones were split before.
    /// Override it to set a tag, a messaging type or a persona.
    /// </summary>
    protected virtual FacebookMessage CreateFacebookMessageFromActivity(Activity activity) => FacebookHelper.ActivityToFacebook(activity);

    private async Task<string> SendOneAsync(IMessageSink line, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Message)
            return await SayAsync(line, activity, cancellationToken).ConfigureAwait(false);
        if (activity.Type == ActivityTypes.Typing)
            return await line.SayAsync(PathOf(activity, "messages"), TypingOn(activity), cancellationToken).ConfigureAwait(false);
        if (ThreadControl.IsMove(activity))
            return await line.PostAsync(
                    PathOf(activity, activity.Name!), ThreadControl.Body(activity, MessageComposer.PersonOf(activity)), cancellationToken)
                .ConfigureAwait(false);

        Log.NotForMessenger(_logger, activity.Type, activity.Name);
        return string.Empty;
    }

    private async Task<string> SayAsync(IMessageSink line, Activity activity, CancellationToken cancellationToken)
    {
        var parts = FacebookHelper.Split(activity);
        if (parts.Count == 0)
            Log.NothingToSay(_logger);

        var id = string.Empty;
        foreach (var part in parts)
        {
            var message = CreateFacebookMessageFromActivity(part);
            id = await line.SayAsync(PathOf(activity, "messages"), message, cancellationToken).ConfigureAwait(false);
        }

        return id;
    }

    /// <summary>A Page with a token of its own is named in the path, which is where its token is found again.</summary>
    private string PathOf(Activity activity, string what)
    {
        var page = FacebookConversation.Parse(activity.Conversation?.Id).PageId ?? activity.From?.Id;
        return page is not null && _client.Options.PageAccessToken?.Invoke(page) is not null ? $"{page}/{what}" : $"me/{what}";
    }

    private static FacebookMessage TypingOn(Activity activity) =>
        new(MessageComposer.PersonOf(activity), null, null, senderAction: "typing_on");
}
