using System.Text.Json;
using CommerceBot.Simulator.Messenger.People;
using CommerceBot.Simulator.Messenger.Webhooks;

namespace CommerceBot.Simulator.Messenger.Control;

/// <summary>What became of something that a shopper did.</summary>
internal sealed record Done(string Kind, string? Mid = null, string? Url = null, string? Height = null, string? Number = null);

/// <summary>Everything that a shopper can do, from the chat page as from a test.</summary>
internal sealed class Shopping(SimulatorState world, Events events)
{
    /// <summary>Messenger lets a person write this much.</summary>
    public const int LongestText = 20_000;

    public Done? Say(Conversation conversation, string text)
    {
        var entry = conversation.AddFromShopper(EntryKind.Message, text, payload: null);
        return Sent(conversation, "message", entry, events.Message(conversation.Shopper, entry));
    }

    public Done? Like(Conversation conversation, Uri simulator)
    {
        var entry = conversation.AddFromShopper(EntryKind.Sticker, "👍", payload: null);
        var picture = new Uri(simulator, "/chat/like.svg");
        return Sent(conversation, "sticker", entry, events.Like(conversation.Shopper, entry, picture));
    }

    public Done? QuickReply(Conversation conversation, Button button)
    {
        var entry = conversation.AddFromShopper(EntryKind.QuickReply, button.Title, button.Payload);
        return Sent(conversation, "quick_reply", entry, events.Message(conversation.Shopper, entry));
    }

    /// <summary>A link or a phone number concerns the shopper's phone alone; only a postback goes to the bot.</summary>
    public Done? Tap(Conversation conversation, Button button) => button.Type switch
    {
        "web_url" or "account_link" => new Done(button.Type, Url: button.Url, Height: button.Height),
        "phone_number" => new Done(button.Type, Number: button.Payload),
        "postback" => Postback(conversation, button.Title, button.Payload!),
        _ => new Done(button.Type),
    };

    public Done? Postback(Conversation conversation, string title, string payload)
    {
        var entry = conversation.AddFromShopper(EntryKind.Postback, title, payload);
        return Sent(conversation, "postback", entry, events.Postback(conversation.Shopper, entry));
    }

    public void Read(Conversation conversation) => events.Read(conversation.Shopper);

    public bool Raw(Conversation conversation, JsonElement messaging) => events.Raw(conversation, messaging);

    /// <summary>Null when the bot has been away for so long that no more events are kept for it.</summary>
    private Done? Sent(Conversation conversation, string kind, Entry entry, bool queued)
    {
        if (entry.Seq is 1)
            conversation.TellState();
        world.Remember();
        return queued ? new Done(kind, entry.Mid) : null;
    }
}
