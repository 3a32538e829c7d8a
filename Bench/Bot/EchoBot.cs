using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Bench.Bot;

/// Says what it hears, and keeps the same 1.3 KB of a conversation as the floor does.
internal sealed class EchoBot(ConversationState conversation) : ActivityHandler
{
    private readonly IStatePropertyAccessor<DialogueState> _conversation = conversation.CreateProperty<DialogueState>("talk");

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var conversation = await _conversation.GetAsync(turnContext, DialogueState.Begin, cancellationToken);
        conversation.Hear(turnContext.Activity.Text ?? "");
        await turnContext.SendActivityAsync(MessageFactory.Text($"Echo: {turnContext.Activity.Text}"), cancellationToken);
    }
}
