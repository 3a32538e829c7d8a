using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Bench.Waterfall;

/// An adapter that runs turns and sends nowhere, so that what is measured is the framework and no channel.
internal sealed class QuietAdapter : BotAdapter
{
    public int Sent { get; private set; }

    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        await RunPipelineAsync(turn, callback, cancellationToken);
        return null;
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent += activities.Length;
        return Task.FromResult(Array.ConvertAll(activities, static _ => new ResourceResponse("sent")));
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken
    ) => throw new NotSupportedException("the waterfall updates nothing");

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken
    ) => throw new NotSupportedException("the waterfall deletes nothing");
}
