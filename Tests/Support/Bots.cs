using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Tests.Support;

/// <summary>A bot made of one function, for tests of what carries a bot.</summary>
internal sealed class DelegateBot(Func<ITurnContext, CancellationToken, Task> onTurn) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        onTurn(turnContext, cancellationToken);
}

/// <summary>Counts a person's messages and says each back: <c>2 ciao</c>. What is no message it names.</summary>
internal sealed class EchoBot(ConversationState state) : ActivityHandler
{
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var count = state.CreateProperty<long>("count");
        var number = await count.GetAsync(turnContext, () => 0, cancellationToken) + 1;
        await count.SetAsync(turnContext, number, cancellationToken);
        await turnContext.SendActivityAsync($"{number} {turnContext.Activity.Text}", cancellationToken: cancellationToken);
    }
}
