using CommerceBot.Chats;
using CommerceBot.Mails;
using CommerceBot.Recognition;

namespace CommerceBot.Dialogs;

/// <summary>
/// Chats that wait for a person: how one begins to wait, with what the person must know, and what the shopper is told. While it
/// waits, the bot still answers what it understands.
/// </summary>
internal sealed class ChatQueue(ChatSettings settings, ShopRecognizer recognizer)
{
    /// <summary>Puts the conversation into the queue, or leaves it there.</summary>
    /// <returns>What to tell the shopper; null when nobody could answer here.</returns>
    public async Task<string?> TryWaitAsync(ShopTurn turn, ChatReason reason, CancellationToken cancellationToken)
    {
        if (turn.Chats is not { } chats || await OfAsync(turn, cancellationToken) is not { } chat
            || (!chat.IsOpen && !await chats.IsAttendedAsync(cancellationToken)))
            return null;
        var asked = AskedIn(turn);
        if (chat.Wait(reason, asked, IntentOf(turn, asked), turn.Now) is not ChatChange.Accepted { Chat: var waiting })
            return turn.Texts.Get("chat.waiting.still");
        turn.Chat = waiting with { Language = turn.Language.Code };
        turn.ChatEvents.Add(ChatMessage.Of(ChatHappened.Waiting, turn.Now, null));
        turn.Chat = turn.Chat with { Facts = await ChatRecord.FactsAsync(turn, cancellationToken) };
        await MailAsync(turn, turn.Chat, cancellationToken);
        var words = turn.Texts.Get(reason == ChatReason.NotUnderstood ? "chat.gave-up" : "chat.waiting");
        return settings.Hours is { } hours && !hours.IsOpen(turn.Now, turn.Zone)
            ? $"{words} {turn.Texts.Get("chat.closed", ("when", When(turn, hours.NextOpening(turn.Now, turn.Zone))))}"
            : words;
    }

    /// <summary>The chat as it is kept, or a new one; it is not kept by being asked for.</summary>
    public static async Task<Chat?> OfAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Chats is not { } chats)
            return null;
        return turn.Chat ??= await chats.FindAsync(cancellationToken) ?? new Chat(chats.Lane, turn.Shopper, ChatState.Bot, turn.Now)
        {
            Name = turn.Context.Activity.From?.Name, Language = turn.Language.Code,
        };
    }

    /// <summary>Tells the merchant that somebody waits: once in a turn.</summary>
    public static Task MailAsync(ShopTurn turn, Chat chat, CancellationToken cancellationToken) => turn.Mails?.SendAsync(
        new ChatMail(
            turn.Chats!.TurnId, chat.Name, chat.Asked ?? "", (chat.Reason ?? ChatReason.Asked).ToString(), chat.Language, chat.Facts.Total,
            chat.Facts.Currency, chat.Facts.Orders is [var newest, ..] ? newest.Number : null, turn.Now),
        cancellationToken) ?? Task.CompletedTask;

    /// <summary>What a sentence was taken for; null for none, and for a tap or a picture, which stand in brackets.</summary>
    public string? IntentOf(ShopTurn turn, string text) => text.Length == 0 || text[0] == '['
        ? null
        : IntentNames.Of(recognizer.Recognize(text, new RecognitionContext(turn.Language)).TopIntent);

    /// <summary>What was written now; behind a sentence that was not understood, and behind the one before a tap, both.</summary>
    private static string AskedIn(ShopTurn turn)
    {
        var last = RecentSentences.Last(turn.Conversation.Recent);
        var now = ChatRecord.WordsOf(turn) ?? last ?? "";
        var before = turn.Conversation.NotUnderstood > 0 || now.StartsWith('[') ? last : null;
        return before is null || before == now ? now : $"{before} / {now}";
    }

    private static string When(ShopTurn turn, DateTimeOffset at) =>
        turn.ToShopTime(at).ToString(turn.Texts.Get("chat.when"), turn.Texts.Culture);
}
