using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>
/// What the shop keeps of a shopper: all of it told on request, as a person reads it and as a machine does (GDPR art. 15 and 20), and
/// erased, except for what the law wants kept (art. 17(3)(b)). Both happen in the conversation's lane, in one turn.
/// </summary>
internal sealed class PrivacyHandler(ShopSettings shop, ConversationState conversations)
{
    /// <summary>As many orders as are told; a person tells of more.</summary>
    private const int MostOrders = 100;

    private static readonly string[] Wanted =
    [
        "cancell", "elimin", "rimuov", "copia", "scaric", "esport", "quali dati", "che dati", "dimentic", "delete", "erase", "remove",
        "copy", "export", "download", "forget", "about me", "on me",
    ];

    /// <summary>What may be asked for.</summary>
    public static Task OfferAsync(ShopTurn turn) => turn.SendAsync(Reply.Card(
        null, OrderCards.Question(
            turn.Texts.Get("privacy.offer"),
            ActionButton.For(turn.Texts.Get("button.data.export"), new ShopAction.ExportData()),
            ActionButton.For(turn.Texts.Get("button.data.erase"), new ShopAction.AskErasure())),
        ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person())));

    /// <summary>All that is kept: in words, and then the same as JSON.</summary>
    public static async Task ExportAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var orders = await turn.Orders.NewestAsync(turn.Shopper, MostOrders, cancellationToken);
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        var draft = await turn.Orders.DraftAsync(turn.Shopper, cancellationToken);
        await turn.SendTextAsync(string.Join('\n', Lines(turn, orders, cart, draft)));
        await turn.SendTextAsync(PrivacyExport.Write(turn, orders, cart, draft), CatalogHandler.Around(turn));
    }

    /// <summary>What would be erased and what would stay; nothing while an order waits for its payment.</summary>
    public async Task AskErasureAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var orders = await turn.Orders.NewestAsync(turn.Shopper, MostOrders, cancellationToken);
        if (orders.Any(order => order.AwaitsMoney))
            await turn.SendTextAsync(
                turn.Texts.Get("privacy.unpaid"), ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders()));
        else
            await turn.SendAsync(Reply.Card(
                null, OrderCards.Question(
                    orders.Count == 0
                        ? turn.Texts.Get("privacy.ask")
                        : turn.Texts.Count("privacy.ask.orders", orders.Count, ("email", shop.SupportEmail)),
                    ActionButton.For(turn.Texts.Get("button.data.erase.confirm"), new ShopAction.EraseData()),
                    ActionButton.For(turn.Texts.Get("button.data.keep"), new ShopAction.Menu()))));
    }

    /// <summary>Conversation, cart, answers and profile go, in this turn.</summary>
    public async Task EraseAsync(ShopTurn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        var orders = await turn.Orders.NewestAsync(turn.Shopper, MostOrders, cancellationToken);
        if (orders.Any(order => order.AwaitsMoney))
        {
            await AskErasureAsync(turn, cancellationToken);
            return;
        }

        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        if (!cart.IsEmpty)
            turn.Orders.Save(cart with { Lines = [] });
        var draft = await turn.Orders.DraftAsync(turn.Shopper, cancellationToken);
        if (draft.Version > 0)
            turn.Orders.Save(CheckoutDraft.Empty(draft.Shopper) with { Version = draft.Version });
        stack.Stack.Clear();
        // The name and language that Messenger told.
        await conversations.CreateProperty<object>("messengerPerson").DeleteAsync(turn.Context, cancellationToken);
        await turn.SendTextAsync(turn.Texts.Get(orders.Count == 0 ? "privacy.erased" : "privacy.erased.orders"));
        turn.Conversation.Forget();
        turn.ForgetSent();
    }

    /// <summary>Whether a sentence wants a copy or an erasure, and does not only ask what becomes of data.</summary>
    public static bool IsAskedForIn(string text)
    {
        var folded = IntentPhrases.Fold(text);
        return folded is "i miei dati" or "my data" || Wanted.Any(part => folded.Contains(part, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Lines(ShopTurn turn, IReadOnlyList<Order> orders, Cart cart, CheckoutDraft draft)
    {
        var texts = turn.Texts;
        yield return texts.Get("privacy.export");
        var answers = Questions.All.Select(question => (question, draft.Answers[question] ?? draft.Remembered[question]))
            .Where(each => each.Item2 is not null).ToList();
        foreach (var (question, answer) in answers)
            yield return texts.Get("privacy.answer", ("question", texts.Get($"question.{question}")), ("answer", answer!));
        foreach (var line in cart.Lines)
            yield return texts.Get("privacy.cart", ("quantity", line.Quantity), ("product", line.TitleSeen));
        foreach (var order in orders)
            yield return texts.Get(
                "privacy.order", ("number", order.Number), ("date", turn.ToShopTime(order.Created).ToString("d MMM yyyy", texts.Culture)),
                ("total", order.Total.Show(texts)), ("state", OrderCards.State(order, texts)),
                ("contact", $"{order.Contact.Name}, {order.Contact.Email}, {order.Contact.Phone}"),
                ("address", CheckoutCards.OneLine(order.Address, texts)));
        if (answers.Count == 0 && cart.IsEmpty && orders.Count == 0)
            yield return texts.Get("privacy.nothing");
    }
}
