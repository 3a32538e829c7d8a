using System.Text.Json;
using CommerceBot.Channels.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Channels.Connector;

/// <summary>What the bot says, as each client can show it.</summary>
public sealed class ClientMappingTests
{
    private static readonly ChannelAbilities WebChat = ChannelAbilities.For("webchat", "https://webchat.botframework.com/");
    private static readonly ChannelAbilities PlaygroundWebChat = ChannelAbilities.For("webchat", "http://localhost:56151/_connector");
    private static readonly ChannelAbilities Emulator = ChannelAbilities.For("emulator", "http://localhost:50000");
    private static readonly ChannelAbilities Playground = ChannelAbilities.For("emulator", "http://localhost:56150/_connector");

    [Theory]
    [InlineData("2019. A great year", "2019\\. A great year")]
    [InlineData("1) first", "1\\) first")]
    [InlineData("Mug *big* _red_", "Mug \\*big\\* \\_red\\_")]
    [InlineData("[offer](http://x) `c` ~~s~~ a|b", "\\[offer\\](http://x) \\`c\\` \\~\\~s\\~\\~ a\\|b")]
    [InlineData("a < b > c & d <b>", "a &lt; b &gt; c &amp; d &lt;b&gt;")]
    [InlineData("# one\n- two\n+ three\n= four", "\\# one  \n\\- two  \n\\+ three  \n\\= four")]
    [InlineData("one\r\n\r\ntwo\nthree", "one\n\ntwo  \nthree")]
    [InlineData("Don't worry: 12,50 € (3.5%)!", "Don't worry: 12,50 € (3.5%)!")]
    [InlineData("C:\\temp", "C:\\\\temp")]
    [InlineData("    four spaces", "four spaces")]
    [InlineData("", "")]
    public void A_plain_text_shows_every_sign_where_Markdown_is_read(string plain, string markdown) =>
        Assert.Equal(markdown, MarkdownText.Of(plain));

    [Fact]
    public void Product_names_show_as_they_are_on_every_card()
    {
        var card = new HeroCard("*A* <b>", "_b_", "1. c\n# d", buttons: [Tap("Buy *now*")]);

        foreach (var client in new[] { WebChat, Emulator })
        {
            var shown = (HeroCard)Only(Message(null, card.ToAttachment()), client).Attachments![0].Content!;
            Assert.Equal(("\\*A\\* &lt;b&gt;", "\\_b\\_", "1\\. c  \n\\# d"), (shown.Title, shown.Subtitle, shown.Text));
            Assert.Equal("Buy *now*", shown.Buttons![0].Title);
        }

        Assert.Equal("*A* <b>", card.Title);
    }

    [Fact]
    public void A_bot_that_writes_Markdown_itself_is_left_alone()
    {
        var message = Message("**Bold**", new HeroCard("*A*").ToAttachment());
        message.TextFormat = TextFormatTypes.Markdown;

        var sent = Only(message, Emulator);

        Assert.Equal(("**Bold**", "*A*"), (sent.Text, ((HeroCard)sent.Attachments![0].Content!).Title));
    }

    [Theory]
    [InlineData("tel:+390112345")]
    [InlineData("+390112345")]
    public void A_call_button_has_the_bare_number_where_the_client_puts_tel_before_it(string value)
    {
        var card = new HeroCard("Help", buttons: [new CardAction(ActionTypes.Call, "Call us", value: value)]).ToAttachment();

        Assert.Equal("+390112345", ((HeroCard)Only(Message(null, card), WebChat).Attachments![0].Content!).Buttons![0].Value);
    }

    [Fact]
    public void A_receipts_long_facts_stand_above_it_and_are_not_cut()
    {
        List<Fact> facts = [new("Order", "HA1-WN1-V"), new("To", "Via Roma 1, 10100 Torino")];
        var receipt = new ReceiptCard("Receipt 1. *x*", facts, [], total: "€4.90");

        var sent = Only(Message("Thanks!", receipt.ToAttachment()), Emulator);

        var shown = (ReceiptCard)sent.Attachments![0].Content!;
        Assert.Equal("Thanks!  \nTo: Via Roma 1, 10100 Torino", sent.Text);
        Assert.Equal("HA1-WN1-V", Assert.Single(shown.Facts!).Value);
        Assert.Equal("Receipt 1. \\*x\\*", shown.Title);
    }

    [Fact]
    public void The_Playground_shows_cards_one_by_one_and_a_tap_on_them_says_something()
    {
        var card = new HeroCard("*A*", "€1", "one\ntwo", [new CardImage("http://127.0.0.1/1.png")], [Tap("Buy")]);
        var message = Message("Look:", card.ToAttachment());
        message.AttachmentLayout = AttachmentLayoutTypes.Carousel;

        var sent = Only(message, Playground);

        Assert.Equal(("Look:", AttachmentLayoutTypes.List), (sent.Text, sent.AttachmentLayout));
        Assert.Equal("application/vnd.microsoft.card.adaptive", sent.Attachments![0].ContentType);
        var body = ((JsonElement)sent.Attachments[0].Content!).GetProperty("body").EnumerateArray().ToList();
        Assert.Equal(
            ["Image", "TextBlock", "TextBlock", "TextBlock", "TextBlock", "ActionSet"],
            body.Select(one => one.GetProperty("type").GetString()));
        Assert.Equal("\\*A\\*", body[1].GetProperty("text").GetString());
        var button = body[5].GetProperty("actions")[0];
        Assert.Equal("Action.Submit", button.GetProperty("type").GetString());
        Assert.Equal("says Buy", AdaptiveCards.Said(button.GetProperty("data")));
    }

    [Fact]
    public void The_Playgrounds_suggestions_say_their_titles_under_the_last_line()
    {
        var message = Message("Hello *there*\nWhere shall we <b>start</b>?");
        message.SuggestedActions = new SuggestedActions(actions: [Tap("Cart"), Tap("Help")]);

        var sent = OutgoingMapping.Of(message, Playground);

        Assert.Equal(["Hello \\*there\\*", "Where shall we <\u2060b>start<\u2060/b>?"], sent.Select(one => one.Text));
        Assert.Null(sent[0].SuggestedActions);
        Assert.Equal(
            [(ActionTypes.ImBack, "Cart", "Cart"), (ActionTypes.ImBack, "Help", "Help")],
            sent[1].SuggestedActions!.Actions!.Select(one => (one.Type, one.Title, (string)one.Value!)));
    }

    [Fact]
    public void The_Playgrounds_suggestions_simulator_a_message_of_their_own_under_the_cards()
    {
        foreach (var (client, says) in new[] { (Playground, "Cart"), (PlaygroundWebChat, "says Cart") })
        {
            var message = Message("Look:", new HeroCard("A").ToAttachment());
            message.SuggestedActions = new SuggestedActions(actions: [Tap("Cart")]);

            var sent = OutgoingMapping.Of(message, client);

            Assert.Equal(2, sent.Count);
            Assert.Null(sent[0].SuggestedActions);
            Assert.Equal(says, Assert.Single(sent[1].SuggestedActions!.Actions!).Value);
            Assert.Null(sent[1].Attachments);
        }
    }

    [Fact]
    public void Web_Chat_keeps_carousels_and_what_suggestions_say()
    {
        var message = Message("Look:", new HeroCard("A").ToAttachment());
        message.AttachmentLayout = AttachmentLayoutTypes.Carousel;
        message.SuggestedActions = new SuggestedActions(actions: [Tap("Cart")]);

        foreach (var client in new[] { WebChat, Emulator })
        {
            var sent = Only(message, client);
            Assert.Equal(AttachmentLayoutTypes.Carousel, sent.AttachmentLayout);
            Assert.Equal("says Cart", sent.SuggestedActions!.Actions![0].Value);
        }
    }

    [Theory]
    [InlineData("{\"says\":\"x\"}", "x")]
    [InlineData("{\"says\":1}", null)]
    [InlineData("{}", null)]
    [InlineData("\"says\"", null)]
    [InlineData("null", null)]
    public void Only_what_one_of_our_cards_sends_is_taken_for_a_tap(string value, string? said) =>
        Assert.Equal(said, AdaptiveCards.Said(JsonElement.Parse(value)));

    private static Activity Only(Activity message, ChannelAbilities client) => Assert.Single(OutgoingMapping.Of(message, client));

    private static CardAction Tap(string title) => new(ActionTypes.PostBack, title, value: "says " + title);

    private static Activity Message(string? text, params Attachment[] cards) => new(ActivityTypes.Message)
    {
        Text = text, TextFormat = TextFormatTypes.Plain, Attachments = cards.Length == 0 ? null : cards,
    };
}
