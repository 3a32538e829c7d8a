using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Guests;

/// <summary>Runs turns for somebody who has no chat: what the bot says there reaches nobody, and is not kept.</summary>
internal sealed class GuestAdapter : BotAdapter
{
    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add<IIdentity>(BotIdentityKey, claimsIdentity);
        await RunPipelineAsync(turn, callback, cancellationToken);
        return null;
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken
    ) => Task.FromResult(activities.Select(_ => new ResourceResponse("")).ToArray());

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken
    ) => throw new InvalidOperationException("A guest was shown nothing that could be changed.");

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken
    ) => throw new InvalidOperationException("A guest was shown nothing that could be taken back.");
}
