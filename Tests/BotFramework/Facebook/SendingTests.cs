using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>What a bot says, as the calls that Messenger gets.</summary>
public sealed class SendingTests
{
    [Fact]
    public void A_text_with_choices() =>
        Approved.Check(
            "text-with-choices",
            Some.Calls(
                Some.Offering(
                    "Quale taglia? È in saldo 😀", new CardAction(ActionTypes.ImBack, "S", value: "S"),
                    new CardAction(
                        ActionTypes.PostBack, "A very long size indeed", value: "v1:size:m", image: "https://shop.example/m.png"),
                    new CardAction(ActionTypes.ImBack, "My e-mail", channelData: new { content_type = "user_email" }),
                    new CardAction(
                        ActionTypes.ImBack, "My phone",
                        channelData: JsonSerializer.SerializeToElement(new { content_type = "user_phone_number" })))));

    [Fact]
    public void A_row_of_products() =>
        Approved.Check(
            "row-of-products",
            Some.Calls(
                Some.Carousel(
                    new HeroCard(
                        "Cardigan", "€ 49,90", images: [new CardImage("https://shop.example/1.jpg")],
                        tap: new CardAction(ActionTypes.OpenUrl, value: "https://shop.example/1"), buttons:
                        [
                            new CardAction(ActionTypes.PostBack, "Buy now", value: "v1:buy:1"),
                            new CardAction(
                                ActionTypes.OpenUrl, "Details", value: "https://shop.example/1",
                                channelData: new { webview_height_ratio = "tall", other = 1 }
                            ),
                        ]).ToAttachment(),
                    new ThumbnailCard(
                        "Scarf", "€ 19,90", "Wool",
                        [new CardImage("https://shop.example/2.jpg")],
                        Some.Actions(4, "Colour")).ToAttachment())));

    [Fact]
    public void Buttons_under_words() =>
        Approved.Check(
            "buttons-under-words",
            Some.Calls(
                Some.Reply(
                    "Pay here:",
                    new HeroCard(
                        "Order 42", text: "Total € 69,80", buttons:
                        [
                            new CardAction(ActionTypes.OpenUrl, "Pay", value: "https://checkout.example/c/1"),
                            new CardAction(ActionTypes.Call, "Call us", value: "tel:+390212345"),
                            new CardAction(ActionTypes.MessageBack, "Cancel", text: "cancel", value: new { action = "cancel", order = 42 }),
                        ]).ToAttachment())));

    [Fact]
    public void A_receipt() => Approved.Check("receipt", Some.Calls(Some.Reply("Thank you!", Receipt())));

    [Fact]
    public void A_receipt_without_messengers_facts_is_told_in_words() =>
        Approved.Check(
            "receipt-in-words", Some.Calls(Some.Reply(null, new Attachment(ReceiptCard.ContentType, content: Receipt().Content))));

    [Fact]
    public void Pictures_and_files() =>
        Approved.Check(
            "pictures-and-files",
            Some.Calls(
                Some.Reply(
                    "Look:", new Attachment("image/jpeg", "https://shop.example/1.jpg"),
                    new Attachment("application/pdf", "https://shop.example/1.pdf", name: "invoice"),
                    new Attachment("video/mp4", "https://shop.example/1.mp4"))));

    [Fact]
    public void What_is_messengers_own_goes_as_it_is()
    {
        var coupon = Some.Reply(
            null,
            new Attachment(
                "template",
                content: JsonSerializer.SerializeToElement(
                    new
                    {
                        template_type = "coupon",
                        title = "10% off",
                        coupon_code = "TEN",
                        elements = new[]
                        {
                            new
                            {
                                title = "x",
                                price = 3.5,
                                image_aspect_ratio = "square",
                            },
                        },
                    }
                )));
        var raw = Some.Reply("not sent");
        raw.ChannelData = new
        {
            message = new
            {
                text = "raw",
                quick_replies = new[]
                {
                    new
                    {
                        content_type = "text",
                        title = "A",
                        payload = "a",
                    },
                },
            },
            messaging_type = "UTILITY",
            persona_id = 7,
            telegram = "no",
        };
        var tagged = Some.Reply("A human answers");
        tagged.ChannelData = JsonSerializer.SerializeToElement(
            new
            {
                messaging_type = "MESSAGE_TAG",
                tag = "HUMAN_AGENT",
                notification_type = "SILENT_PUSH",
            }
        );
        var azure = Some.Reply("not sent");
        azure.ChannelData = new
        {
            notification_type = "NO_PUSH",
            attachment = new
            {
                type = "template",
                payload = new { template_type = "media", elements = new[] { new { media_type = "image", attachment_id = 12 } } },
            },
        };
        var typed = Some.Reply("not sent");
        typed.ChannelData = new FacebookMessage("1", new Message { Text = "typed" }, "RESPONSE") { PersonaId = "9" };

        Approved.Check("messengers-own", ((Activity[])[coupon, raw, tagged, azure, typed]).SelectMany(Some.Calls));
    }

    [Fact]
    public void Cards_one_under_another_are_a_message_each() =>
        Assert.Equal(2, Some.Messages(Some.Reply(null, Some.Card("A").ToAttachment(), Some.Card("B").ToAttachment())).Count);

    [Fact]
    public void Pictures_that_a_card_has_no_room_for_follow_it()
    {
        var card = new HeroCard("A", images: [new CardImage("https://shop.example/1.jpg"), new CardImage("https://shop.example/2.jpg")]);
        var messages = Some.Messages(Some.Reply(null, card.ToAttachment()));
        Assert.Equal(2, messages.Count);
        Assert.Equal("https://shop.example/2.jpg", messages[1].Payload().GetProperty("url").GetString());
    }

    [Fact]
    public void A_square_picture_is_not_cropped()
    {
        var card = Some.Card("A").ToAttachment();
        card.Properties = new Dictionary<string, JsonElement> { ["image_aspect_ratio"] = JsonSerializer.SerializeToElement("square") };
        Assert.Equal("square", Some.Messages(Some.Reply(null, card))[0].Payload().GetProperty("image_aspect_ratio").GetString());
        Assert.False(
            Some.Messages(Some.Reply(null, Some.Card("A").ToAttachment()))[0].Payload().TryGetProperty("image_aspect_ratio", out _));
    }

    [Fact]
    public void A_card_that_was_stored_as_json_looks_the_same()
    {
        var live = Some.Carousel(Some.Card("A", "B").ToAttachment(), Some.Card("C").ToAttachment());
        var stored = SchemaJson.ReadActivity(SchemaJson.Write(live))!;
        Assert.Equal(Some.Messages(live)[0].GetRawText(), Some.Messages(stored)[0].GetRawText());
    }

    [Fact]
    public void A_card_without_a_title_never_lacks_one_in_a_row()
    {
        var message = Some.Messages(
            Some.Carousel(
                new HeroCard(
                    images: [new CardImage("https://shop.example/1.jpg", "A blue scarf")], buttons: Some.Actions(1)).ToAttachment(),
                new HeroCard(images: [new CardImage("https://shop.example/1.jpg")], buttons: Some.Actions(1, "Buy")).ToAttachment()))[0];
        Assert.Equal(
            ["A blue scarf", "Buy 1"],
            message.Payload().GetProperty("elements").EnumerateArray().Select(one => one.GetProperty("title").GetString()!));
    }

    [Fact]
    public void A_card_with_words_only_is_a_text() =>
        Assert.Equal(
            "A\nB", Some.Messages(Some.Reply(null, new HeroCard("A", "B").ToAttachment())).Single().GetProperty("text").GetString());

    [Fact]
    public void Choices_go_with_the_last_message()
    {
        var reply = Some.Reply("Look:", Some.Card("A").ToAttachment());
        reply.SuggestedActions = new SuggestedActions { Actions = Some.Actions(2) };
        var messages = Some.Messages(reply);
        Assert.False(messages[0].TryGetProperty("quick_replies", out _));
        Assert.Equal(2, messages[1].GetProperty("quick_replies").GetArrayLength());
    }

    [Fact]
    public void An_answer_is_a_response_and_anything_else_an_update()
    {
        var reply = Some.Reply("hi");
        Assert.Equal("RESPONSE", FacebookHelper.ActivityToFacebook(reply).MessagingType);
        reply.ReplyToId = null;
        Assert.Equal("UPDATE", FacebookHelper.ActivityToFacebook(reply).MessagingType);
    }

    [Fact]
    public void An_activity_that_says_nothing_becomes_no_call() => Assert.Empty(FacebookHelper.Split(Some.Reply("  ")));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("shop.example/1")]
    [InlineData("")]
    public void A_link_that_is_none_is_the_bots_mistake(string address)
    {
        var card = new HeroCard("A", buttons: [new CardAction(ActionTypes.OpenUrl, "Open", value: address)]).ToAttachment();
        Assert.Throws<ArgumentException>(() => Some.Calls(Some.Reply(null, card)));
    }

    [Fact]
    public void A_card_that_messenger_cannot_show_says_what_to_send_instead()
    {
        var adaptive = new Attachment("application/vnd.microsoft.card.adaptive", content: new { type = "AdaptiveCard" });
        Assert.Throws<NotSupportedException>(() => Some.Calls(Some.Reply(null, adaptive)));
        adaptive.Content = new { type = "AdaptiveCard", fallbackText = "In words" };
        Assert.Equal("In words", Some.Messages(Some.Reply(null, adaptive)).Single().GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("recipient_name")]
    [InlineData("order_number")]
    [InlineData("currency")]
    [InlineData("payment_method")]
    [InlineData("summary")]
    public void A_receipt_with_a_fact_missing_is_told_in_words(string missing)
    {
        var receipt = Receipt();
        var facts = receipt
            .Properties!["receipt"]
            .EnumerateObject()
            .Where(one => one.Name != missing)
            .ToDictionary(one => one.Name, one => one.Value);
        receipt.Properties["receipt"] = JsonSerializer.SerializeToElement(facts);
        Assert.DoesNotContain(
            Some.Calls(Some.Reply(null, receipt)),
            call => System.Text.Encoding.UTF8.GetString(call).Contains("\"receipt\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_typing_activity_of_microsofts_helper_is_a_sender_action()
    {
        var message = FacebookHelper.ActivityToFacebook(FacebookHelper.Split(FacebookHelper.GenerateTypingActivity("1")).Single());
        Assert.Equal(
            """{"recipient":{"id":"1"},"sender_action":"typing_on"}""", System.Text.Encoding.UTF8.GetString(FacebookHelper.ToJson(message))
        );
    }

    internal static Attachment Receipt() =>
        new ReceiptCard(
            "Order 42",
            [new Fact("Delivery", "Courier")],
            [
                new ReceiptItem("Cardigan", "Blue, M", image: new CardImage("https://shop.example/1.jpg"), price: "49.90", quantity: "1"),
                new ReceiptItem("Scarf", price: "9.95", quantity: "2"),
            ],
            total: "€ 74,80", vat: "€ 13,49", buttons: [new CardAction(ActionTypes.PostBack, "Where is it?", value: "v1:track:42")])
            .ToAttachment()
            .With(
                new
                {
                    recipient_name = "Ada Lovelace",
                    order_number = "42",
                    currency = "EUR",
                    payment_method = "Visa 4242",
                    timestamp = 1760000000,
                    order_url = "https://shop.example/o/42",
                    summary = new { subtotal = 69.80, shipping_cost = 5, total_tax = "13.49", total_cost = 74.80 },
                    address = new { street_1 = "Via Roma 1", city = "Milano", postal_code = "20121", state = "MI", country = "IT" },
                    adjustments = new[] { new { name = "TEN", amount = 5.00 } },
                }
            );
}
