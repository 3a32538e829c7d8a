using CommerceBot.Cards;
using CommerceBot.Chats;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>
/// The bot's part in a chat that a person has or is waited for: it keeps still while one answers, gives up when it does not
/// understand, comes back, and writes down what the people of the shop must read.
/// </summary>
internal sealed class ChatHandler(ChatSettings settings, ChatQueue queue)
{
    private const int LongestLast = 120;

    /// <summary>Whether a person answers this in the bot's place. What the law or money asks for works all the same.</summary>
    public static async Task<bool> HoldsAsync(
        ShopTurn turn, Utterance utterance, Func<Task<DialogContext>> open, CancellationToken cancellationToken)
    {
        if (!await IsSilentAsync(turn, cancellationToken) || Works(utterance.Action))
            return false;
        if (utterance.Action is ShopAction.BuyNow)
        {
            await ReturnAsync(turn, null, ChatHappened.Returned);
            return false;
        }

        return !turn.Conversation.Open || (await open()).ActiveDialog?.Id != WithdrawalEmailDialog.Name;
    }

    /// <summary>Whether the bot keeps still in this conversation.</summary>
    public static async Task<bool> IsSilentAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        turn.Conversation.ChatOpen && await ChatQueue.OfAsync(turn, cancellationToken) is { IsSilent: true };

    /// <summary>Whether a person is called for this conversation, and has not come yet.</summary>
    public static async Task<bool> IsWaitingAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        turn.Conversation.ChatOpen && await ChatQueue.OfAsync(turn, cancellationToken) is { State: ChatState.Waiting };

    /// <summary>At the end of every turn: gives up where it is time to, and keeps what a person must see of the turn.</summary>
    public async Task EndAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var words = ChatRecord.WordsOf(turn);
        if (words is not null)
            turn.Conversation.WroteAt = turn.Sent.ToUnixTimeMilliseconds();
        if (turn.Chats is not { } chats)
            return;
        await CountAsync(turn, words, cancellationToken);
        var chat = turn.Conversation.ChatOpen || turn.HasChatEvents ? await ChatQueue.OfAsync(turn, cancellationToken) : turn.Chat;
        if (chat is null || (!chat.IsOpen && !turn.HasChatEvents))
            Remember(turn, words);
        else
            await KeepAsync(turn, chats, chat, words, cancellationToken);
    }

    /// <summary>Somebody wrote in the channel's own inbox.</summary>
    public async Task AnsweredElsewhereAsync(ShopTurn turn, string text, CancellationToken cancellationToken)
    {
        if (await ChatQueue.OfAsync(turn, cancellationToken) is not { } chat || settings.InboxSilence == TimeSpan.Zero)
            return;
        var next = chat.AnswerElsewhere(turn.Now);
        if (next.State != chat.State)
            turn.ChatEvents.Add(ChatMessage.Of(ChatHappened.Inbox, turn.Now, null));
        turn.ChatEvents.Add(new ChatMessage(ChatSide.Inbox, turn.Now, text));
        turn.Conversation.Pending = null;
        turn.Assistant?.Forget();
        turn.Chat = Due(turn, next, next.State == ChatState.Inbox ? settings.InboxSilence : settings.ReturnAfter);
    }

    /// <summary>The time after a person's last word is over.</summary>
    public static async Task LapseAsync(ShopTurn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        if (await ChatQueue.OfAsync(turn, cancellationToken) is not { IsSilent: true, ReturnsAt: { } due } chat || turn.Now < due)
            return;
        turn.SpeakAs(new Catalog.Language(chat.Language));
        turn.Chat = chat.Lapse(turn.Now);
        turn.ChatEvents.Add(ChatMessage.Of(ChatHappened.Lapsed, turn.Now, null));
        if (turn.Chat.State == ChatState.Waiting)
            await ChatQueue.MailAsync(turn, turn.Chat with { Asked = chat.Last }, cancellationToken);
        // Who never heard that the bot left need not hear that it is back, unless it asks something.
        if (chat.State == ChatState.Person || stack.ActiveDialog is not null)
            await turn.SendTextAsync(turn.Texts.Get(turn.Chat.State == ChatState.Waiting ? "chat.lapsed" : "chat.returned"));
        if (stack.ActiveDialog is not null)
            await stack.RepromptDialogAsync(cancellationToken);
    }

    /// <summary>Sets when the bot comes back by itself.</summary>
    public static Chat Due(ShopTurn turn, Chat chat, TimeSpan after)
    {
        DateTimeOffset? due = after > TimeSpan.Zero ? turn.Now + after : null;
        turn.Chats!.ReturnAt(due);
        return chat with { ReturnsAt = due };
    }

    /// <summary>Gives the chat back to the bot, which says so and goes on where it was.</summary>
    public static async Task ReturnAsync(ShopTurn turn, DialogContext? stack, ChatHappened how, string? who = null)
    {
        if (turn.Chat is not { } chat)
            return;
        if (chat.IsOpen)
            turn.Chat = chat with { State = ChatState.Bot, Since = turn.Now, PersonId = null, PersonName = null, ReturnsAt = null };
        turn.ChatEvents.Add(ChatMessage.Of(how, turn.Now, who));
        turn.Chats!.ReturnAt(null);
        await turn.SendTextAsync(turn.Texts.Get("chat.returned"));
        if (stack?.ActiveDialog is not null)
            await stack.RepromptDialogAsync();
    }

    /// <summary>Buttons that work while a person answers: withdrawing, paying, and the goods that a person showed.</summary>
    private static bool Works(ShopAction? action) => action is ShopAction.AskWithdrawal or ShopAction.Withdraw or ShopAction.ChooseWithdrawn
        or ShopAction.AskWithdrawalEmail or ShopAction.ConfirmWithdrawal or ShopAction.PayOrder or ShopAction.Paid
        or ShopAction.AddToCart or ShopAction.ChooseVariant;

    private async Task CountAsync(ShopTurn turn, string? words, CancellationToken cancellationToken)
    {
        var conversation = turn.Conversation;
        if (turn.WasNotUnderstood)
        {
            if (conversation.NotUnderstood + 1 >= settings.GiveUpAfter
                && !conversation.ChatOpen
                && await queue.TryWaitAsync(turn, ChatReason.NotUnderstood, cancellationToken) is { } told)
                await turn.SendTextAsync(told);
            conversation.NotUnderstood = turn.HasChatEvents ? 0 : conversation.NotUnderstood + 1;
        }
        else if (words is not null && conversation.Pending is null)
        {
            conversation.NotUnderstood = 0;
        }
    }

    /// <summary>The last sentences stay for a person who may be asked for later.</summary>
    private static void Remember(ShopTurn turn, string? words)
    {
        if (words is { Length: > 0 })
            turn.Conversation.Recent = RecentSentences.With(turn.Conversation.Recent, words, turn.Conversation.WroteAt);
    }

    private async Task KeepAsync(ShopTurn turn, IChatStore chats, Chat chat, string? words, CancellationToken cancellationToken)
    {
        var messages = new List<ChatMessage>();
        foreach (var (before, at) in RecentSentences.Read(turn.Conversation.Recent))
            messages.Add(Shopper(turn, before, at));
        turn.Conversation.Recent = null;
        if (words is not null)
            messages.Add(Shopper(turn, words, turn.Now) with { Links = ChatRecord.LinksOf(turn) });
        if (turn.HasChatEvents)
            messages.AddRange(turn.ChatEvents);
        messages.AddRange(turn.Replies.Select(sent => new ChatMessage(
            sent.Who is null ? ChatSide.Bot : ChatSide.Person, turn.Now, ChatRecord.TextOf(sent.Reply), sent.Who)));
        if (messages.Count == 0)
            return;
        messages.ForEach(chats.Add);
        chats.Save(chat with
        {
            Language = words is null ? chat.Language : turn.Language.Code,
            Name = turn.Context.Activity.From?.Name ?? chat.Name,
            WroteAt = turn.Conversation.WroteAt > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(turn.Conversation.WroteAt) : chat.WroteAt,
            Unanswered = chat.Unanswered || words is not null,
            Last = messages.LastOrDefault(message => message.Side is not (ChatSide.Event or ChatSide.Bot)) is { } last
                ? ChatRecord.Short(last.Text, LongestLast) : chat.Last,
            Facts = await ChatRecord.FactsAsync(turn, cancellationToken),
        });
        turn.Conversation.ChatOpen = chat.IsOpen;
    }

    private ChatMessage Shopper(ShopTurn turn, string words, DateTimeOffset at) =>
        new(ChatSide.Shopper, at, words, Intent: queue.IntentOf(turn, words));
}
