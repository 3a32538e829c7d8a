using CommerceBot.Orders;
using CommerceBot.Payments;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

public sealed class PayingTests
{
    [Fact]
    public async Task Other_questions_are_answered_while_the_payment_waits()
    {
        var chat = await OrderedAsync();
        await chat.PlayAsync("""
            > quaderno 3
            < [Quaderno 3 |
            > paga
            < Paga sulla pagina sicura di Stripe
            > maglietta
            * Dettagli @ Maglietta
            * Scegli opzioni @ Maglietta
            > blu
            > M
            < è nel carrello
            > aiuto
            < aspetta il pagamento
            > menu
            < (Paga) (Categorie)
            """);
        await chat.HearsAsync(Paid(chat));
        Assert.Contains("[Ricevuta · ordine", chat.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_comes_whatever_is_open()
    {
        var chat = await OrderedAsync();
        await chat.PlayAsync("""
            > tazza
            * Compra ora @ Tazza blu
            < Uso i dati dell'ultima volta?
            """);
        await chat.HearsAsync(Paid(chat));
        Assert.Contains("[Ricevuta · ordine", chat.Shown, StringComparison.Ordinal);
        await chat.PlayAsync("""
            > sì
            < Totale: 19,80 €
            """);
    }

    [Fact]
    public async Task Paid_twice_over_is_told_once()
    {
        var chat = await OrderedAsync();
        var paid = Paid(chat);
        await chat.HearsAsync(paid);
        await chat.HearsAsync(paid);
        Assert.Empty(chat.Replies);
    }

    [Fact]
    public async Task Cancelling_waits_for_stripes_word()
    {
        var chat = await OrderedAsync();
        await chat.PlayAsync("""
            > annulla
            < chiudo la pagina di pagamento
            """);
        Assert.Equal(OrderState.AwaitingPayment, chat.Store.Newest.State);
        Assert.Equal(1, chat.Store.Held);
        await chat.PlayAsync("""
            $ expired
            < è annullato. Non ti è stato addebitato nulla.
            """);
        Assert.Equal(OrderState.Cancelled, chat.Store.Newest.State);
        Assert.Equal(0, chat.Store.Held);
    }

    [Fact]
    public async Task A_payment_that_won_over_a_cancel_is_told()
    {
        var chat = await OrderedAsync();
        await chat.PlayAsync("""
            * Annulla
            $ paid
            < Il pagamento era già arrivato
            < [Ricevuta · ordine
            """);
        Assert.Equal(OrderState.Paid, chat.Store.Newest.State);
    }

    [Fact]
    public async Task An_order_left_unpaid_expires_and_is_ordered_again()
    {
        var chat = await OrderedAsync();
        chat.Time.Advance(TimeSpan.FromMinutes(75));
        await chat.LooksAgainAsync(chat.Order);
        await chat.PlayAsync("""
            $ expired
            < Il tempo per pagare l'ordine
            * Ordina di nuovo
            < Ottima scelta: Tazza blu
            < Uso i dati dell'ultima volta?
            """);
        Assert.Equal(OrderState.Expired, chat.Store.Newest.State);
    }

    [Fact]
    public async Task A_page_that_cannot_be_opened_is_told_and_tried_again()
    {
        var chat = await CheckoutTests.SummedAsync();
        await chat.PlayAsync("""
            * Ordina e paga
            $ fails
            < Non riesco ad aprire la pagina
            * Riprova
            $ opens
            < Paga sulla pagina sicura di Stripe
            $ paid
            """);
        await chat.HearsAsync(Paid(chat, "cs_test_1"));
        Assert.Equal(OrderState.Paid, chat.Store.Newest.State);
    }

    [Fact]
    public async Task A_page_whose_time_is_over_gives_way_to_a_new_one()
    {
        var chat = await OrderedAsync();
        chat.Time.Advance(TimeSpan.FromMinutes(59));
        await chat.PlayAsync("""
            > paga ora
            < preparo una nuova pagina
            """);
        // The old page first: were it paid meanwhile, there would be nothing to pay on a new one.
        Assert.IsType<ExpireSession>(Assert.Single(chat.Store.Asked));
        await chat.PlayAsync("""
            $ expired
            < Paga sulla pagina sicura di Stripe entro 60 minuti
            """);
        Assert.Equal(OrderState.AwaitingPayment, chat.Store.Newest.State);
        Assert.Equal([1, 2], (await chat.Store.LedgerAsync(chat.Order, default)).Attempts.Select(attempt => attempt.Number));
    }

    [Fact]
    public async Task A_payment_for_an_order_that_is_gone_is_told_and_marked()
    {
        var chat = await OrderedAsync();
        var paid = Paid(chat);
        await chat.PlayAsync("""
            > annulla
            $ expired
            """);
        await chat.HearsAsync(paid);
        Assert.Contains("non si può più evadere", chat.Shown, StringComparison.Ordinal);
        Assert.True(chat.Store.Newest.Has(OrderFlags.PaidUnfilled));
        Assert.Equal(RefundCause.Unfillable, Assert.Single(chat.Store.Asked.OfType<RefundPayment>()).Cause);
        Assert.Equal(AlertKind.AutomaticRefund, Assert.Single(chat.Store.Alerts).Kind);
    }

    [Theory]
    [InlineData("message")]
    [InlineData(null)]
    [InlineData("command")]
    [InlineData("echo")]
    public async Task A_payment_event_from_outside_is_nothing(string? origin)
    {
        var chat = await OrderedAsync();
        await chat.SendAsync(
            new Microsoft.Bot.Schema.Activity("event") { Name = PaymentEvents.Answer, Value = PaymentEvents.Write(Paid(chat)) }, origin);
        Assert.Empty(chat.Replies);
        await chat.SendAsync(
            new Microsoft.Bot.Schema.Activity("event")
            {
                Name = PaymentEvents.LookAgain,
                Value = PaymentEvents.Write(new PaymentLook(chat.Order)),
            },
            origin);
        Assert.Empty(chat.Store.Asked);
        Assert.Equal(OrderState.AwaitingPayment, chat.Store.Newest.State);
    }

    [Fact]
    public async Task Nobody_touches_anothers_order()
    {
        var chat = await OrderedAsync();
        var number = chat.Store.Newest.Number;
        var other = new Chat(name: "Bruno", store: chat.Store);
        foreach (var verb in new[] { "status", "pay", "paid", "undo", "again" })
        {
            await other.SendsPayloadAsync($"shop1/{verb}/{number}");
            Assert.Contains("Non trovo questo ordine tra i tuoi", other.Shown, StringComparison.Ordinal);
        }

        await other.SaysAsync(number.Value);
        Assert.DoesNotContain("€", other.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_merchant_ships_and_delivers_and_the_shopper_hears_of_it()
    {
        var chat = await OrderedAsync();
        await chat.HearsAsync(Paid(chat));
        var command = new OrderCommand(chat.Order.Value, "1Z-77");
        Assert.True(AnswerOf(await chat.CommandAsync(OrderCommands.Ship, command)).Done);
        Assert.Contains("è partito! Numero di spedizione: 1Z-77", chat.Shown, StringComparison.Ordinal);
        Assert.False(AnswerOf(await chat.CommandAsync(OrderCommands.Cancel, command)).Done);
        Assert.True(AnswerOf(await chat.CommandAsync(OrderCommands.Deliver, command)).Done);
        Assert.Contains("è stato consegnato", chat.Shown, StringComparison.Ordinal);
        Assert.Equal(501, (await chat.CommandAsync(OrderCommands.Ship, command, "message"))!.Status);
        Assert.Equal(OrderState.Delivered, chat.Store.Newest.State);
    }

    [Fact]
    public async Task An_old_page_that_was_paid_while_a_new_one_was_asked_for_pays_the_order()
    {
        var chat = await OrderedAsync();
        chat.Time.Advance(TimeSpan.FromMinutes(59));
        await chat.PlayAsync("> paga ora");
        chat.Store.Asked.Clear();
        await chat.HearsAsync(Paid(chat));
        Assert.Equal(OrderState.Paid, chat.Store.Newest.State);
        Assert.Empty(chat.Store.Asked);
    }

    [Fact]
    public async Task The_merchant_cancels_what_is_paid_by_giving_all_of_it_back()
    {
        var chat = await OrderedAsync();
        await chat.HearsAsync(Paid(chat));
        chat.Store.Asked.Clear();
        var answer = AnswerOf(await chat.CommandAsync(OrderCommands.Cancel, new OrderCommand(chat.Order.Value)));
        Assert.True(answer.Done);
        Assert.Contains("Il negozio ha annullato l'ordine", chat.Shown, StringComparison.Ordinal);
        Assert.Equal(OrderState.Cancelled, chat.Store.Newest.State);
        Assert.Equal(chat.Store.Newest.Total, Assert.IsType<RefundPayment>(Assert.Single(chat.Store.Asked)).Amount);
    }

    [Fact]
    public async Task The_merchant_does_not_cancel_what_has_left()
    {
        var chat = await OrderedAsync();
        await chat.HearsAsync(Paid(chat));
        await chat.CommandAsync(OrderCommands.Ship, new OrderCommand(chat.Order.Value));
        var answer = AnswerOf(await chat.CommandAsync(OrderCommands.Cancel, new OrderCommand(chat.Order.Value)));
        Assert.False(answer.Done);
        Assert.Contains("orders refund", answer.Message, StringComparison.Ordinal);
    }

    private static OrderCommandAnswer AnswerOf(Microsoft.Bot.Builder.InvokeResponse? response)
    {
        Assert.Equal(200, response!.Status);
        return OrderCommands.ReadAnswer(System.Text.Encoding.UTF8.GetBytes(((System.Text.Json.JsonElement)response.Body!).GetRawText()));
    }

    private static async Task<Chat> OrderedAsync()
    {
        var chat = await CheckoutTests.SummedAsync();
        await chat.PlayAsync("""
            * Ordina e paga
            $ opens
            < Paga sulla pagina sicura di Stripe
            """);
        return chat;
    }

    private static SessionSeen Paid(Chat chat, string session = "cs_test_1")
    {
        var order = chat.Store.Newest;
        return new SessionSeen(
            order.Id,
            new SessionSnapshot(
                session, SessionStatus.Complete, SessionPayment.Paid, order.Total, order.Id.Value, null, order.Id.Value, false,
                "pi_" + session, "ch_" + session, new CardSeen("visa", "4242"), order.Contact.Email, null));
    }
}
