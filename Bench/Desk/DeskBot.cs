using CommerceBot.Bench.Bot;
using CommerceBot.Bench.Load;
using CommerceBot.Bots;
using Microsoft.Bot.Builder;

namespace CommerceBot.Bench.Desk;

/// The shop's bot for those who chat with a person, and an echo for the load, whose messages carry a number.
internal sealed class DeskBot(ShopBot shop, EchoBot echo) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        IBot bot = turnContext.Activity.Text is { } text && Marker.IsIn(text) ? echo : shop;
        return bot.OnTurnAsync(turnContext, cancellationToken);
    }
}
