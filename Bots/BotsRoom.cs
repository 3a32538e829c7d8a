using CommerceBot.Dialogs;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot.Bots;

/// <summary>Puts the bot and everything it talks with into a host.</summary>
public static class BotsRoom
{
    /// <summary>The host adds ShopSettings, CheckoutToken, TimeProvider and ConversationState.</summary>
    public static IServiceCollection AddShopBot(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IBot, ShopBot>();
        return services
            .AddSingleton<Welcome>()
            .AddSingleton<ChoosingDialog>()
            .AddSingleton<QuantityDialog>()
            .AddSingleton<CheckoutDialog>()
            .AddSingleton<PaymentDialog>()
            .AddSingleton<PaymentService>()
            .AddSingleton<MerchantDesk>()
            .AddSingleton<Placing>()
            .AddSingleton<PageDesk>()
            .AddSingleton<HouseNews>()
            .AddSingleton<TopicAnswers>()
            .AddSingleton<IntentHandler>()
            .AddSingleton<ShopFloor>()
            .AddSingleton<ShopDialogs>();
    }
}
