using System.Text.Json;
using CsCheck;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>Whatever a bot says, each call is one that Messenger takes, and every button is still there.</summary>
public sealed class AnythingSentTests
{
    private static readonly Gen<string> Words =
        from length in Gen.OneOf(Gen.Int[0, 30], Gen.Int[75, 85], Gen.Int[630, 650], Gen.Int[1990, 2010], Gen.Int[2000, 5000])
        from space in Gen.Int[1, 40]
        from emoji in Gen.Bool
        select string.Concat(Enumerable.Range(0, length).Select(i => i % space == 0 ? " " : emoji && i % 7 == 0 ? "🇮🇹" : "a"));

    private static readonly Gen<CardAction> Action =
        from title in Words
        from link in Gen.Bool
        select link
            ? new CardAction(ActionTypes.OpenUrl, "open " + title, value: "https://shop.example/")
            : new CardAction(ActionTypes.PostBack, "tap " + title, value: "payload");

    private static readonly Gen<Attachment> Card =
        from title in Words.Null()
        from subtitle in Words.Null()
        from text in Words.Null()
        from pictures in Gen.Int[0, 2]
        from buttons in Action.Array[0, 7]
        select new HeroCard(
            title, subtitle, text,
            [.. Enumerable.Repeat(new CardImage("https://shop.example/1.jpg"), pictures)],
            buttons).ToAttachment();

    private static readonly Gen<Activity> Reply =
        from text in Words.Null()
        from cards in Card.Array[0, 14]
        from sideBySide in Gen.Bool
        from offered in Action.Array[0, 50]
        select Said(text, cards, sideBySide, offered);

    [Fact]
    public void Every_call_is_within_the_limits_and_no_button_is_lost() => Reply.Sample(
        reply =>
        {
            var messages = Some.Messages(reply);
            Assert.All(messages, WithinLimits);
            Assert.All(messages.SkipLast(1), message => Assert.False(message.TryGetProperty("quick_replies", out _)));
            Assert.Equal(Tappable(reply), messages.Sum(Tappable));
        },
        iter: 400);

    private static Activity Said(string? text, Attachment[] cards, bool sideBySide, CardAction[] offered)
    {
        var reply = Some.Reply(text, cards);
        reply.AttachmentLayout = sideBySide ? AttachmentLayoutTypes.Carousel : AttachmentLayoutTypes.List;
        // A quick reply says something; it cannot open an address.
        reply.SuggestedActions = new SuggestedActions { Actions = [.. offered.Where(one => one.Type == ActionTypes.PostBack)] };
        return reply;
    }

    private static int Tappable(Activity reply) =>
        reply.SuggestedActions!.Actions!.Count + reply.Attachments!.Sum(one => ((HeroCard)one.Content!).Buttons!.Count);

    private static int Tappable(JsonElement message) =>
        (message.TryGetProperty("quick_replies", out var replies) ? replies.GetArrayLength() : 0)
        + (message.TryGetProperty("attachment", out _) ? ButtonLists(message.Payload()).Sum(list => list.GetArrayLength()) : 0);

    private static IEnumerable<JsonElement> ButtonLists(JsonElement payload) =>
        (payload.TryGetProperty("elements", out var elements) ? elements.EnumerateArray() : Enumerable.Repeat(payload, 1))
        .Where(one => one.TryGetProperty("buttons", out _)).Select(one => one.GetProperty("buttons"));

    private static void WithinLimits(JsonElement message)
    {
        var hasText = message.TryGetProperty("text", out var text);
        Assert.NotEqual(hasText, message.TryGetProperty("attachment", out _));
        if (hasText)
            Length(text, 2000);
        if (message.TryGetProperty("quick_replies", out var replies))
        {
            Assert.InRange(replies.GetArrayLength(), 1, 13);
            Assert.All(replies.EnumerateArray(), one => Length(one.GetProperty("title"), 20));
        }

        if (hasText)
            return;
        var payload = message.Payload();
        if (payload.TryGetProperty("template_type", out var type) && type.GetString() == "button")
            Length(payload.GetProperty("text"), 640);
        if (payload.TryGetProperty("elements", out var elements))
        {
            Assert.InRange(elements.GetArrayLength(), 1, 10);
            Assert.All(elements.EnumerateArray(), ElementWithinLimits);
        }

        foreach (var buttons in ButtonLists(payload))
        {
            Assert.InRange(buttons.GetArrayLength(), 1, 3);
            Assert.All(buttons.EnumerateArray(), one => Length(one.GetProperty("title"), 20));
        }
    }

    private static void ElementWithinLimits(JsonElement element)
    {
        Length(element.GetProperty("title"), 80);
        if (element.TryGetProperty("subtitle", out var subtitle))
            Length(subtitle, 80);
        Assert.True(element.EnumerateObject().Count() >= 2, "an element needs one thing besides its title");
    }

    private static void Length(JsonElement text, int limit)
    {
        Assert.InRange(text.GetString()!.Length, 1, limit);
        Assert.False(string.IsNullOrWhiteSpace(text.GetString()));
    }
}
