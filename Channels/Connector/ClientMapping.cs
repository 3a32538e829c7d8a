using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Connector;

/// <summary>
/// Stands between the bot and a conversation's client: what the bot says goes out as the client can show it, by
/// <see cref="ChannelAbilities"/>; what the client makes of a tap comes in as what the bot's button says.
/// </summary>
internal sealed class ClientMapping(ConversationState conversations) : Microsoft.Bot.Builder.IMiddleware
{
    /// <summary>What the buttons say that were offered last, by their titles, where a tap says only the title.</summary>
    private readonly IStatePropertyAccessor<Dictionary<string, string>> _offered =
        conversations.CreateProperty<Dictionary<string, string>>("offeredReplies");

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var abilities = ChannelAbilities.For(turnContext.Activity.ChannelId, turnContext.Activity.ServiceUrl);
        if (turnContext.Activity.Type == ActivityTypes.Message)
            await UnderstandAsync(turnContext, abilities, cancellationToken);
        turnContext.OnSendActivities(async (turn, activities, send) =>
        {
            if (abilities.SuggestsTitlesOnly)
                await RememberAsync(turn, activities, cancellationToken);
            var mapped = activities.SelectMany(activity => OutgoingMapping.Of(activity, abilities)).ToList();
            activities.Clear();
            activities.AddRange(mapped);
            return await send();
        });
        turnContext.OnUpdateActivity((_, activity, update) =>
        {
            // An update is one message: what would stand under it was said when it was sent.
            OutgoingMapping.Of(activity, abilities);
            return update();
        });
        await next(cancellationToken);
    }

    private async Task UnderstandAsync(ITurnContext turnContext, ChannelAbilities abilities, CancellationToken cancellationToken)
    {
        var said = turnContext.Activity;
        if (string.IsNullOrEmpty(said.Text))
        {
            said.Text = AdaptiveCards.Said(said.Value) ?? said.Text;
            return;
        }

        if (!abilities.SuggestsTitlesOnly)
            return;
        var offered = await _offered.GetAsync(turnContext, static () => [], cancellationToken);
        if (offered.TryGetValue(said.Text.Trim(), out var meant))
            said.Text = meant;
    }

    private async Task RememberAsync(ITurnContext turnContext, List<Activity> activities, CancellationToken cancellationToken)
    {
        var actions = activities.SelectMany(activity => activity.SuggestedActions?.Actions ?? []).ToList();
        if (actions.Count == 0)
            return;
        var offered = new Dictionary<string, string>();
        foreach (var action in actions)
        {
            if (action is { Title: { Length: > 0 } title, Value: string value })
                offered.TryAdd(title.Trim(), value);
        }
        await _offered.SetAsync(turnContext, offered, cancellationToken);
    }
}
