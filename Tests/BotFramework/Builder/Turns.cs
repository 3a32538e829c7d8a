using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace CommerceBot.Tests.BotFramework.Builder;

/// <summary>Activities and turns as a channel would open them.</summary>
internal static class Turns
{
    public static Activity Message(string text = "hello", string conversation = "c1", string user = "u1") => new(ActivityTypes.Message)
    {
        Id = "m1",
        ChannelId = "test",
        ServiceUrl = "http://127.0.0.1:1/",
        Text = text,
        From = new ChannelAccount(user, "Ada"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(id: conversation),
    };

    public static TurnContext Open(BotAdapter? adapter = null, Activity? activity = null) =>
        new(adapter ?? new TestAdapter(), activity ?? Message());
}
