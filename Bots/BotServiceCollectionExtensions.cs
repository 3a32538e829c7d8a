using CommerceBot.Chats;
using CommerceBot.Dialogs;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot.Bots;

/// <summary>Puts the bot and everything it talks with into a host.</summary>
public static class BotServiceCollectionExtensions
{
    /// <summary>The host adds ShopSettings, CheckoutToken, TimeProvider and ConversationState.</summary>
    public static IServiceCollection AddShopBot(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IBot, ShopBot>();
        services.TryAddSingleton(ChatSettings.Default);
        return services
            .AddSingleton<ChatQueue>()
            .AddSingleton<ChatHandler>()
            .AddSingleton<ChatCommandHandler>()
            .AddSingleton<Welcome>()
            .AddSingleton<Dialog, VariantDialog>()
            .AddSingleton<Dialog, QuantityDialog>()
            .AddSingleton<Dialog, WithdrawalEmailDialog>()
            .AddSingleton<Dialog, AddressChangeDialog>()
            .AddSingleton<Dialog, EmailChangeDialog>()
            .AddSingleton<Dialog, ReturnDialog>()
            .AddSingleton<Dialog, CheckoutDialog>()
            .AddSingleton<Dialog, PaymentDialog>()
            .AddSingleton<PaymentService>()
            .AddSingleton<MerchantCommandHandler>()
            .AddSingleton<OrderPlacement>()
            .AddSingleton<PageEventHandler>()
            .AddSingleton<PrivacyHandler>()
            .AddSingleton<InternalEventHandler>()
            .AddSingleton<TopicAnswers>()
            .AddSingleton<AssistedRecognition>()
            .AddSingleton<IntentHandler>()
            .AddSingleton<LinkHandler>()
            .AddSingleton<AssistantEventHandler>()
            .AddSingleton<ActionRouter>()
            .AddSingleton<ShopDialogs>();
    }
}
