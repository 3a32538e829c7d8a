using CommerceBot.Chats;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Identity;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Tests.Channels.Messenger;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;
using Chat = CommerceBot.Tests.Flows.Support.Chat;

namespace CommerceBot.Tests.Flows;

/// <summary>A person in the chat: the shopper waits for one, one takes it, the bot keeps still, and comes back.</summary>
public sealed class ChatFlowTests(ChatFlowTests.AttendedShop shop) : IClassFixture<ChatFlowTests.AttendedShop>
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task A_shopper_who_asks_for_a_person_waits_is_answered_by_one_and_goes_on_with_the_bot_afterwards()
    {
        var chat = await SayAsync("anna", "vorrei parlare con una persona");
        Assert.StartsWith("Ho chiamato una persona del negozio", chat.Last.Text, StringComparison.Ordinal);
        Assert.Contains("pesto", Words(await chat.SayAsync("pesto")), StringComparison.OrdinalIgnoreCase);

        Assert.Equal("taken", (await TakeAsync(chat, shop.Nora)).Code);
        Assert.Equal("Ora ti risponde Nora del negozio.", Assert.Single(await chat.HearAsync()).Words);
        Assert.Empty(await chat.SayAsync("avete anche il pesto rosso?"));
        Assert.Empty(await chat.SayAsync("carrello"));
        Assert.Equal("answered", (await AnswerAsync(chat, shop.Nora, "Sì, arriva *domani*.", seen: 1)).Code);
        Assert.Equal("Sì, arriva *domani*.", Assert.Single(await chat.HearAsync()).Words);

        Assert.Equal("returned", (await AskAsync(chat, ChatCommands.Return, shop.Nora)).Code);
        Assert.StartsWith("Sono di nuovo io", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Contains("carrello", Words(await chat.SayAsync("carrello")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task After_half_an_hour_without_a_word_of_the_person_the_bot_is_back()
    {
        var chat = await SayAsync("bea", "persona");
        await AnswerAsync(chat, shop.Nora, "Eccomi");
        await chat.HearAsync();
        await shop.Now.PassAsync(HalfAnHour - TimeSpan.FromMinutes(1));
        Assert.Empty(await chat.HearAsync());
        await shop.Now.PassAsync(TimeSpan.FromMinutes(2));
        Assert.StartsWith("Sono di nuovo io", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.NotEmpty(await chat.SayAsync("pesto"));
    }

    [Fact]
    public async Task A_shopper_whom_the_person_left_without_an_answer_waits_again()
    {
        var chat = await SayAsync("cora", "persona");
        await AnswerAsync(chat, shop.Nora, "Eccomi");
        await chat.HearAsync();
        Assert.Empty(await chat.SayAsync("quando arriva?"));
        await shop.Now.PassAsync(HalfAnHour + TimeSpan.FromMinutes(1));
        Assert.StartsWith("La persona che era qui", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Equal((int)ChatState.Waiting, StateOf(chat));
    }

    [Fact]
    public async Task Two_sentences_in_a_row_that_were_not_understood_bring_a_person()
    {
        var chat = await SayAsync("dora", "xqzt wvrk plmf");
        Assert.DoesNotContain("ho chiamato", Words(chat.Replies), StringComparison.Ordinal);
        Assert.Contains("ho chiamato una persona", Words(await chat.SayAsync("brmf qqwz xrtk")), StringComparison.Ordinal);
        Assert.Equal((int)ChatState.Waiting, StateOf(chat));
    }

    [Fact]
    public async Task A_complaint_goes_to_the_queue()
    {
        var chat = await SayAsync("elsa", "la caraffa è arrivata rotta");
        Assert.Contains("Mi dispiace che sia arrivato rotto", Words(chat.Replies), StringComparison.Ordinal);
        Assert.Contains("Ho chiamato una persona", Words(chat.Replies), StringComparison.Ordinal);
        Assert.DoesNotContain("help@example.com", Words(chat.Replies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_answers_in_the_Pages_own_inbox_silences_the_bot_for_a_while()
    {
        var chat = await SayAsync("fede", "pesto");
        await shop.Now.DeliverAsync(ChatLanes.InboxEcho(shop.Now, chat, "m_inbox"));
        await shop.Now.SettleAsync();
        Assert.Equal((int)ChatState.Inbox, StateOf(chat));
        Assert.Empty(await chat.SayAsync("cantucci"));
        await shop.Now.PassAsync(HalfAnHour + TimeSpan.FromMinutes(1));
        Assert.Empty(await chat.HearAsync());
        Assert.NotEmpty(await chat.SayAsync("cantucci"));
    }

    [Fact]
    public async Task Two_persons_never_answer_one_chat_unawares()
    {
        var chat = await SayAsync("gaia", "persona");
        await TakeAsync(chat, shop.Nora);
        await chat.HearAsync();
        var late = await AnswerAsync(chat, shop.Bruno, "Salve!");
        Assert.Equal((false, "refused.taken", "Nora Neri"), (late.Done, late.Code, late.Who));
        Assert.Equal("refused.taken", (await TakeAsync(chat, shop.Bruno)).Code);
        Assert.Equal("refused.changed", (await TakeAsync(chat, shop.Bruno, over: true)).Code);
        Assert.Equal("taken", (await TakeAsync(chat, shop.Bruno, over: true, seen: 1)).Code);
        Assert.Equal("refused.taken", (await AnswerAsync(chat, shop.Nora, "Arrivo", seen: 1)).Code);
        await AskAsync(chat, ChatCommands.Return, shop.Bruno);
        Assert.Equal("refused.changed", (await AnswerAsync(chat, shop.Nora, "Arrivo", seen: 1)).Code);
        Assert.DoesNotContain("Arrivo", Words(await chat.HearAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_twice_by_one_form_is_said_once()
    {
        var chat = await SayAsync("hana", "persona");
        var ticket = Ticket.New();
        var command = new ChatCommand(shop.Nora.Id, shop.Nora.Name, 0) { Text = "Una volta sola" };
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            shop.Now.Get<DeskCommands>().SendAsync(LaneOf(chat), ChatCommands.Answer, command, ticket, CancellationToken.None)));
        Assert.All(both, answer => Assert.Equal("answered", answer!.Code));
        Assert.Single(await chat.HearAsync(), reply => reply.Words == "Una volta sola");
    }

    [Fact]
    public async Task A_card_number_is_kept_nowhere_whoever_types_it()
    {
        var chat = await SayAsync("ines", "persona");
        await AnswerAsync(chat, shop.Nora, "La carta 4242 4242 4242 4242 è sua?");
        Assert.Contains("[card number removed]", Words(await chat.HearAsync()), StringComparison.Ordinal);
        Assert.Empty(await chat.SayAsync("sì, 5555 5555 5555 4444"));
        var seen = await MessagesAsync(chat);
        Assert.DoesNotContain("4242", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("5555", seen, StringComparison.Ordinal);
        Assert.Contains("sì, [card number removed]", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkout_stays_where_it_was_and_asks_again_afterwards()
    {
        await shop.PlayAsync("""
            lena says: pesto
            lena taps: Compra ora on Pesto
            bot later: A quale e-mail
            lena says: lena@example.com
            bot: Nome e cognome
            """);
        var chat = await Chat.OpenAsync(shop.Now, "lena");
        await AnswerAsync(chat, shop.Nora, "Ti serve una mano?");
        await chat.HearAsync();
        Assert.Empty(await chat.SayAsync("Maria Rossi, ma spedite anche in Svizzera?"));
        await AskAsync(chat, ChatCommands.Return, shop.Nora);
        Assert.Contains("Nome e cognome", Words(await chat.HearAsync()), StringComparison.Ordinal);
        await shop.PlayAsync("""
            lena says: Lena Bianchi
            bot: In quale paese
            """);
    }

    [Fact]
    public async Task Payments_parcels_and_withdrawals_are_told_while_a_person_has_the_chat()
    {
        await shop.PlayAsync(Shopping.Orders("mara", "Pesto"));
        var chat = await Chat.OpenAsync(shop.Now, "mara");
        await AnswerAsync(chat, shop.Nora, "Eccomi");
        await chat.HearAsync();
        await shop.PlayAsync("pays: success\nbot to mara: RECEIPT\nbot to mara: Pagamento ricevuto");
        await shop.Merchant.ShipAsync(shop.Merchant.OrderOf("mara@example.com").Number);
        await shop.PlayAsync("""
            mara menu: Recedi dal contratto qui
            bot later: Recesso dall'ordine
            mara taps: Conferma recesso
            bot later: Abbiamo ricevuto il tuo recesso
            mara says: carrello
            bot is silent
            """);
    }

    [Fact]
    public async Task The_merchant_is_mailed_once_for_each_time_of_waiting()
    {
        var mailbox = new TestMailbox(shop.Now);
        var chat = await SayAsync("nina", "vorrei parlare con una persona");
        await chat.SayAsync("persona");
        await shop.Now.SettleAsync();
        Assert.Single(
            await mailbox.OfAsync(TestMailbox.Merchant),
            mail => mail.Subject.StartsWith("Chat: nina", StringComparison.OrdinalIgnoreCase)
                && mail.Text.Contains("vorrei parlare con una persona", StringComparison.Ordinal));
    }

    private async Task<Chat> SayAsync(string who, string text)
    {
        var chat = await Chat.OpenAsync(shop.Now, who, who);
        await chat.SayAsync(text);
        return chat;
    }

    private Task<ChatCommandAnswer> TakeAsync(Chat chat, ChatPerson person, bool over = false, int seen = 0) =>
        SendAsync(chat, ChatCommands.Take, new ChatCommand(person.Id, person.Name, seen) { Over = over });

    private Task<ChatCommandAnswer> AnswerAsync(Chat chat, ChatPerson person, string text, int seen = 0) =>
        SendAsync(chat, ChatCommands.Answer, new ChatCommand(person.Id, person.Name, seen) { Text = text });

    private Task<ChatCommandAnswer> AskAsync(Chat chat, string what, ChatPerson person) =>
        SendAsync(chat, what, new ChatCommand(person.Id, person.Name, 0));

    private async Task<ChatCommandAnswer> SendAsync(Chat chat, string what, ChatCommand command) =>
        await shop.Now.Get<DeskCommands>().SendAsync(LaneOf(chat), what, command, Ticket.New(), CancellationToken.None)
        ?? throw new InvalidOperationException("The conversation did not answer.");

    private LaneId LaneOf(Chat chat) => ChatLanes.Of(shop.Now, chat);

    private int StateOf(Chat chat) =>
        int.Parse(
            shop.Now.Text($"SELECT state FROM chat WHERE lane = '{LaneOf(chat)}'")!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> MessagesAsync(Chat chat)
    {
        var queries = shop.Now.Get<IChatQueries>();
        var id = await queries.IdOfAsync(LaneOf(chat), CancellationToken.None);
        var details = await queries.FindAsync(id!.Value, CancellationToken.None);
        return string.Join('\n', details!.Lines.Select(line => line.Message.Text));
    }

    private static string Words(IEnumerable<BotReply> replies) => string.Join('\n', replies.Select(reply => reply.Words));

    public sealed class AttendedShop : IAsyncLifetime
    {
        private readonly OpenShop _shop = new();

        internal ShopHost Now => _shop.Now;

        internal Merchant Merchant => _shop.Merchant;

        internal ChatPerson Nora { get; private set; } = null!;

        internal ChatPerson Bruno { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await _shop.InitializeAsync();
            Nora = Of(await DeskPeople.AddAsync(Now, DeskRole.Owner, "Nora Neri"));
            Bruno = Of(await DeskPeople.AddAsync(Now, DeskRole.Staff, "Bruno Blu"));
        }

        public ValueTask DisposeAsync() => _shop.DisposeAsync();

        internal Task PlayAsync(string conversation) => _shop.PlayAsync(conversation);

        private static ChatPerson Of(DeskUser user) => new(user.Id, user.Name);
    }
}
