using CommerceBot.Dialogs;
using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Conversations that are left in the middle: by the shopper, by a restart, by a crash, by a new version.</summary>
public sealed class LeftInTheMiddleTests(LeftInTheMiddleTests.Shop shop) : IClassFixture<LeftInTheMiddleTests.Shop>
{
    [Fact]
    public Task A_checkout_goes_on_after_a_restart_as_if_nothing_had_happened() => PlayAsync("""
        anna says: pesto
        anna taps: Compra ora on Pesto
        anna says: anna@example.com
        bot: Nome e cognome
        shop restarts
        bot is silent
        anna says: Anna Bianchi
        bot: In quale paese
        anna says: Italia
        anna says: 20121
        shop restarts
        anna says: Milano
        anna says: Via Roma 1
        anna says: 333 123 4567
        anna says: Corriere standard
        bot later: Totale: 12,80 €
        shop restarts
        anna taps: Ordina e paga
        bot later: [Paga]
        shop restarts
        pays: success
        bot: RECEIPT
        bot: Pagamento ricevuto
        bot is silent
        """);

    [Fact]
    public async Task A_checkout_goes_on_after_a_crash()
    {
        await PlayAsync("""
            bea says: balsamico
            bea taps: Compra ora on Aceto
            bea says: bea@example.com
            """);
        await shop.Now.CrashAsync();
        await PlayAsync("""
            bea says: Bea Bianchi
            bot: In quale paese
            """);
    }

    [Fact]
    public async Task A_payment_made_while_the_shop_was_closed_is_found_when_it_opens()
    {
        await PlayAsync(Shopping.Orders("cora", "Plaid") + "stripe holds webhooks");
        var checkout = new TestCheckout(shop.Now);
        await shop.Now.CloseAsync();
        Assert.Equal("paid", await checkout.PayWithoutWaitingAsync(await checkout.OpenSessionAsync()));
        await shop.Now.JumpAsync(TimeSpan.FromMinutes(90));
        var chat = await Chat.OpenAsync(shop.Now, "cora");
        await shop.Now.OpenAsync();
        await shop.Now.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("RECEIPT", string.Join('\n', await chat.HearAsync()), StringComparison.Ordinal);
        Assert.Equal(OrderState.Paid, new Merchant(shop.Now).OrderOf("cora@example.com").State);
        await checkout.SendWebhooksAsync();
        Assert.Empty(await chat.HearAsync());
    }

    [Fact]
    public Task A_checkout_left_for_days_is_offered_again() => PlayAsync("""
        dina says: cuscino
        dina taps: Compra ora on Cuscino
        dina chooses: Senape
        dina says: dina@example.com
        dina says: 12345
        bot: Scrivi il nome e il cognome
        bot: Nome e cognome
        dina says: carrello
        bot: Il carrello è vuoto
        pass 3 days
        dina says: ciao
        bot: assistente automatico
        bot offers: Continua l'acquisto
        dina chooses: Continua l'acquisto
        bot: Riprendiamo da dove eravamo.
        bot: Nome e cognome
        """);

    [Theory]
    [InlineData(Change.AnotherVersion)]
    [InlineData(Change.UnknownDialog)]
    [InlineData(Change.UnreadableStack)]
    public async Task A_new_version_in_the_middle_of_a_checkout_picks_up_the_thread(Change change)
    {
        var who = $"eva{(int)change}";
        await PlayAsync($"""
            {who} says: grattugia
            {who} taps: Dettagli on Grattugia
            {who} taps: Metti nel carrello on Grattugia
            {who} chooses: Vai alla cassa
            {who} says: {who}@example.com
            bot: Nome e cognome
            """);
        shop.Meddling = change;
        await shop.Now.RestartAsync();
        await PlayAsync($"{who} says: qualcosa\nbot is silent");
        shop.Meddling = null;
        await shop.Now.RestartAsync();
        await PlayAsync($"""
            {who} says: Eva Bianchi
            bot: il carrello e quello che mi hai già detto ci sono ancora.
            bot offers: Continua l'acquisto
            {who} chooses: Continua l'acquisto
            bot: Riprendiamo da dove eravamo.
            bot: Nome e cognome
            {who} says: Eva Bianchi
            bot: In quale paese
            {who} says: carrello
            bot: Il tuo carrello: 1 pezzo
            """);
    }

    [Fact]
    public async Task A_new_version_while_a_payment_is_waited_for_loses_neither_order_nor_receipt()
    {
        await PlayAsync(Shopping.Orders("fia", "Stampa"));
        shop.Meddling = Change.AnotherVersion;
        await shop.Now.RestartAsync();
        await PlayAsync("fia says: qualcosa\nbot is silent");
        shop.Meddling = null;
        await shop.Now.RestartAsync();
        await PlayAsync("""
            pays: success
            bot to fia later: RECEIPT
            bot to fia: Pagamento ricevuto
            """);
    }

    private Task PlayAsync(string conversation) => new Play(shop.Now).RunAsync(conversation);

    public enum Change
    {
        AnotherVersion,
        UnknownDialog,
        UnreadableStack,
    }

    /// <summary>A shop that can open with a bot that leaves conversations as another version of it would.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        internal ShopHost Now { get; private set; } = null!;

        internal Change? Meddling { get; set; }

        public async ValueTask InitializeAsync() => Now = await ShopHost.StartAsync(new ShopHostOptions
        {
            SimulatorsApart = true,
            LastWord = services =>
            {
                if (Meddling is { } change)
                    services.AddSingleton<IBot>(all => new OtherVersion(all.GetRequiredService<ConversationState>(), change));
            },
        });

        public ValueTask DisposeAsync() => Now.DisposeAsync();
    }

    private sealed class OtherVersion(ConversationState conversations, Change change) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var accessor = conversations.CreateProperty<ConversationData>("talk");
            var conversation = await accessor.GetAsync(turnContext, static () => new ConversationData(), cancellationToken);
            var stacks = conversations.CreateProperty<DialogState>("dialogs");
            switch (change)
            {
                case Change.AnotherVersion:
                    conversation.Dialogs = "of another version";
                    break;
                case Change.UnknownDialog:
                    var stack = await stacks.GetAsync(turnContext, static () => new DialogState(), cancellationToken);
                    stack.DialogStack[^1].Id = "a dialog of yesterday";
                    break;
                case Change.UnreadableStack:
                    conversation.Dialogs = "of another version";
                    await conversations
                        .CreateProperty<string>("dialogs")
                        .SetAsync(turnContext, "what no stack looks like", cancellationToken);
                    break;
            }

            await accessor.SetAsync(turnContext, conversation, cancellationToken);
            await conversations.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
        }
    }
}
