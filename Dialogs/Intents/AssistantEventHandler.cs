using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Recognition.Assistant;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>
/// What comes of a question for a language model. The first event about it answers the shopper, and the question is forgotten with it;
/// an answer that is late, or whose question was made void by a newer message, changes nothing.
/// </summary>
internal sealed class AssistantEventHandler(IntentHandler intents, ActionRouter router)
{
    /// <exception cref="JsonException">The value is none of ours.</exception>
    public async Task HandleAsync(ShopTurn turn, DialogContext stack, JsonElement value, CancellationToken cancellationToken)
    {
        var reply = AssistantEvents.Read(value);
        if (turn.Conversation.Pending is not { } pending || pending.Id != reply.Question)
            return;
        turn.Conversation.Pending = null;
        turn.Assistant?.Forget();
        turn.SpeakAs(new Language(pending.Language));
        turn.Next = await intents.HandleAssistedAsync(turn, pending.Text, reply.Answer, cancellationToken);
        await router.AfterAsync(turn, stack, cancellationToken);
    }
}
