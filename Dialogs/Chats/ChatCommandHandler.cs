using System.Text.Json;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Chats;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>What people at the desk do with a chat, carried out in the conversation's own lane and audited there.</summary>
internal sealed class ChatCommandHandler(ChatSettings settings)
{
    /// <summary>Messenger takes ordinary messages for a day after the person's last act.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public async Task<ChatCommandAnswer> DoAsync(
        ShopTurn turn, string name, JsonElement value, DialogContext stack, CancellationToken cancellationToken)
    {
        var command = ChatCommands.Read(value);
        if (await ChatQueue.OfAsync(turn, cancellationToken) is not { } chat)
            return new ChatCommandAnswer(false, "refused.nowhere");
        if (turn.Conversation.WroteAt > 0)
            chat = turn.Chat = chat with { WroteAt = DateTimeOffset.FromUnixTimeMilliseconds(turn.Conversation.WroteAt) };
        turn.SpeakAs(new Language(chat.Language));
        var person = new ChatPerson(command.By, command.Name);
        return name switch
        {
            ChatCommands.Take => await TakeAsync(turn, chat.Take(person, command.Over, command.Seen, turn.Now), person),
            ChatCommands.Return => await ReturnAsync(turn, chat.Return(person, turn.Now), person, stack),
            _ => await SayAsync(turn, chat, command, person, name == ChatCommands.Product, cancellationToken),
        };
    }

    private async Task<ChatCommandAnswer> TakeAsync(ShopTurn turn, ChatChange change, ChatPerson person)
    {
        if (change is not ChatChange.Accepted accepted)
            return NotDone(change);
        await BeginAsync(turn, accepted, person);
        turn.Chats!.Record("chat.taken", turn.Now, person.Id);
        return new ChatCommandAnswer(true, "taken", person.Name);
    }

    private async Task<ChatCommandAnswer> SayAsync(
        ShopTurn turn, Chat chat, ChatCommand command, ChatPerson person, bool isProduct, CancellationToken cancellationToken)
    {
        if (chat.Answer(person, command.Seen, turn.Now) is not ChatChange.Accepted accepted)
            return NotDone(chat.Answer(person, command.Seen, turn.Now));
        if (turn.OnMessenger && chat.WroteAt is { } wrote && turn.Now - wrote > Window)
            return new ChatCommandAnswer(false, "refused.window");
        if (await ReplyOfAsync(turn, command, isProduct, cancellationToken) is not { } reply)
            return new ChatCommandAnswer(false, isProduct ? "refused.product" : "refused.empty");
        await BeginAsync(turn, accepted, person);
        await turn.SendAsync(reply, person.Name);
        turn.Chats!.Record(isProduct ? "chat.product" : "chat.answered", turn.Now, person.Id);
        return new ChatCommandAnswer(true, isProduct ? "shown" : "answered", person.Name);
    }

    private static async Task<Microsoft.Bot.Schema.Activity?> ReplyOfAsync(
        ShopTurn turn, ChatCommand command, bool isProduct, CancellationToken cancellationToken)
    {
        if (!isProduct)
            return (command.Text ?? "").Trim() is { Length: > 0 } text ? Reply.Text(text) : null;
        return command.Sku is { } sku && await turn.Catalog.FindAsync(new Sku(sku), turn.Language, cancellationToken) is { } product
            ? Reply.Card(null, ProductCards.Alone(product, turn.Now, turn.Texts))
            : null;
    }

    private static async Task<ChatCommandAnswer> ReturnAsync(ShopTurn turn, ChatChange change, ChatPerson person, DialogContext stack)
    {
        if (change is not ChatChange.Accepted { Chat: var returned })
            return NotDone(change);
        turn.Chat = returned;
        turn.Chats!.Record("chat.returned", turn.Now, person.Id);
        await ChatHandler.ReturnAsync(turn, stack, ChatHappened.Returned, person.Name);
        return new ChatCommandAnswer(true, "returned");
    }

    /// <summary>The chat is this person's from now on: the shopper is told, and the time until the bot comes back begins.</summary>
    private async Task BeginAsync(ShopTurn turn, ChatChange.Accepted accepted, ChatPerson person)
    {
        turn.Chat = ChatHandler.Due(turn, accepted.Chat, settings.ReturnAfter);
        turn.Conversation.Pending = null;
        turn.Assistant?.Forget();
        if (accepted.Was is { State: ChatState.Person } && accepted.Was.PersonId == person.Id)
            return;
        var how = accepted.Was.State == ChatState.Person ? ChatHappened.TakenOver : ChatHappened.Taken;
        turn.ChatEvents.Add(ChatMessage.Of(how, turn.Now, person.Name));
        await turn.SendTextAsync(settings.TellNames && person.Name.Split(' ')[0] is { Length: > 0 } first
            ? turn.Texts.Get("chat.taken.name", ("name", first))
            : turn.Texts.Get("chat.taken"));
    }

    private static ChatCommandAnswer NotDone(ChatChange change) => change switch
    {
        ChatChange.AlreadySo { Chat: var chat } => new ChatCommandAnswer(true, "unchanged", chat.PersonName),
        ChatChange.Refused { Chat: var chat, Reason: var reason } => new ChatCommandAnswer(false, $"refused.{reason}", chat.PersonName),
        _ => throw new InvalidOperationException($"{change} was done."),
    };
}
