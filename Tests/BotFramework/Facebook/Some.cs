using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;

namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>Things that a bot says.</summary>
internal static class Some
{
    public static Activity Reply(string? text = null, params Attachment[] attachments) => new(ActivityTypes.Message)
    {
        ChannelId = "facebook",
        Conversation = new ConversationAccount { Id = "2:1" },
        From = new ChannelAccount("2"),
        Recipient = new ChannelAccount("1"),
        ReplyToId = "m",
        Text = text,
        Attachments = attachments,
    };

    public static Activity Carousel(params Attachment[] attachments)
    {
        var reply = Reply(null, attachments);
        reply.AttachmentLayout = AttachmentLayoutTypes.Carousel;
        return reply;
    }

    public static Activity Offering(string? text, params CardAction[] actions)
    {
        var reply = Reply(text);
        reply.SuggestedActions = new SuggestedActions { Actions = actions };
        return reply;
    }

    public static CardAction Action(string title, object? value = null, string type = ActionTypes.PostBack) =>
        new(type, title, value: value ?? title);

    public static CardAction[] Actions(int count, string title = "Choice") =>
        [.. Enumerable.Range(1, count).Select(i => Action($"{title} {i}", $"v1:{i}"))];

    public static HeroCard Card(string title, string? subtitle = null, int buttons = 1, bool picture = true) => new(
        title, subtitle, images: picture ? [new CardImage("https://shop.example/p.jpg")] : null, buttons: Actions(buttons, "Buy"));

    public static List<byte[]> Calls(Activity activity) =>
        [.. FacebookHelper.Split(activity).Select(FacebookHelper.ActivityToFacebook).Select(FacebookHelper.ToJson)];

    public static List<JsonElement> Messages(Activity activity) =>
        [.. Calls(activity).Select(call => JsonSerializer.Deserialize<JsonElement>(call).GetProperty("message"))];

    public static JsonElement Payload(this JsonElement message) => message.GetProperty("attachment").GetProperty("payload");
}
