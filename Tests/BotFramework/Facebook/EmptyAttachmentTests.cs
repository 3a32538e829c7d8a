using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>An attachment may have nothing in it. It shows nothing, and the rest of the message goes out.</summary>
public class EmptyAttachmentTests
{
    private const string Card = "application/vnd.microsoft.card.";

    private static readonly string?[] Kinds =
    [
        Card + "hero", Card + "thumbnail", Card + "receipt", Card + "signin", Card + "oauth",
        Card + "audio", Card + "video", Card + "animation", Card + "adaptive",
        "image", "image/png", "audio", "video/mp4", "file", "template", "text/plain", "application/pdf",
        "application/x-nobody-knows", "", null,
    ];

    private static readonly object?[] Contents = [null, JsonSerializer.SerializeToElement<object?>(null), default(JsonElement)];

    public static TheoryData<string?> AllKinds => [.. Kinds];

    [Theory, MemberData(nameof(AllKinds))]
    public void An_attachment_without_content_shows_nothing_and_harms_nothing(string? kind)
    {
        foreach (var content in Contents)
        {
            var empty = new Attachment(kind, content: content);
            Assert.Equal("Look:", Assert.Single(Some.Messages(Some.Reply("Look:", empty, null!))).GetProperty("text").GetString());
            Assert.Empty(FacebookHelper.Split(Some.Carousel(empty, empty)));
            Assert.Null(FacebookHelper.ActivityToFacebook(Some.Reply("Look:", empty)).Message!.Attachment);
        }
    }

    public static TheoryData<Attachment> Bare =>
    [
        new HeroCard().ToAttachment(),
        new HeroCard { Images = [], Buttons = [] }.ToAttachment(),
        new HeroCard { Images = [null!, new CardImage()], Buttons = [null!] }.ToAttachment(),
        new ThumbnailCard().ToAttachment(),
        new ThumbnailCard { Images = [], Buttons = [null!] }.ToAttachment(),
        new ReceiptCard().ToAttachment(),
        new ReceiptCard { Facts = [], Items = [], Buttons = [] }.ToAttachment(),
        new ReceiptCard { Facts = [null!], Items = [null!], Buttons = [null!] }.ToAttachment(),
        new Attachment(Card + "hero", content: JsonSerializer.Deserialize<JsonElement>("""{"title":null,"buttons":null,"images":[]}""")),
        new Attachment(Card + "video", content: new { media = Array.Empty<object>() }),
        new Attachment(Card + "hero", content: "a text in the place of a card"),
    ];

    [Theory, MemberData(nameof(Bare))]
    public void A_card_whose_lists_are_empty_or_missing_shows_nothing(Attachment card)
    {
        Assert.Empty(FacebookHelper.Split(Some.Reply(null, card)));
        Assert.Equal("Look:", Assert.Single(Some.Messages(Some.Reply("Look:", card))).GetProperty("text").GetString());
    }

    [Fact]
    public void A_file_by_its_address_needs_no_content()
    {
        var file = new Attachment("image/png", "https://shop.example/1.png");

        var message = FacebookHelper.ActivityToFacebook(Some.Reply(null, file)).Message!;

        Assert.Equal("image", message.Attachment!.Type);
        Assert.Equal(file.ContentUrl, message.Attachment.Payload!.Url!.AbsoluteUri);
    }

    [Fact]
    public void A_card_that_plays_something_shows_its_words_and_plays()
    {
        var media = new[] { new { url = "https://shop.example/knit.mp4" } };
        var card = new Attachment(Card + "video", content: new { title = "How to knit", media });

        var messages = Some.Messages(Some.Reply(null, card));

        Assert.Equal("How to knit", messages[0].GetProperty("text").GetString());
        Assert.Equal("video", messages[1].GetProperty("attachment").GetProperty("type").GetString());
    }
}
