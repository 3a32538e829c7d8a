using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

public sealed class WebhookSampleTests
{
    public static TheoryData<string> Bodies() => [.. Samples.Bodies()];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_sample_is_read_and_what_starts_a_turn_survives_being_stored(string name)
    {
        var events = FacebookWebhook.Read(Samples.Bytes(name));

        Assert.NotEmpty(events);
        foreach (var activity in events.Select(one => one.Activity).OfType<Activity>())
        {
            Assert.Equal("facebook", activity.ChannelId);
            Assert.Equal($"{activity.Recipient.Id}:{activity.From.Id}", activity.Conversation.Id);
            Assert.False(string.IsNullOrEmpty(activity.Id));
            Assert.NotNull(activity.Timestamp);
            var again = SchemaJson.ReadActivity(SchemaJson.Write(activity));
            Assert.Equal(activity.Text, again?.Text);
            Assert.Equal(activity.From.Id, again!.GetChannelData<FacebookMessage>().Sender!.Id);
        }
    }

    [Fact]
    public void Each_delivery_of_a_sample_has_the_same_keys_and_each_event_its_own()
    {
        var first = Samples
            .Bodies()
            .SelectMany(name => FacebookWebhook.Read(Samples.Bytes(name)).Select(one => (name, one.DedupeKey)))
            .ToList();
        var second = Samples
            .Bodies()
            .SelectMany(name => FacebookWebhook.Read(Samples.Bytes(name)).Select(one => (name, one.DedupeKey)))
            .ToList();

        Assert.Equal(first, second);
        Assert.Equal(2, first.Where(one => one.name == "hostile-double-tap-buy.json").Distinct().Count());
    }

    [Fact]
    public void A_text_message_becomes_a_message()
    {
        var one = Assert.Single(FacebookWebhook.Read(Samples.Bytes("messenger4j-signed.body")));

        Assert.Equal(FacebookEventKind.Message, one.Kind);
        Assert.Equal("facebook:1717527131834678:message:mid.1475942721728:3b9e3646712f9bed52", one.DedupeKey);
        Assert.Equal(("1717527131834678", "1256217357730577"), (one.PageId, one.PersonId));
        var activity = one.Activity!;
        Assert.Equal((ActivityTypes.Message, "34wrr3wr", one.Mid), (activity.Type, activity.Text, activity.Id));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1475942721741), activity.Timestamp);
        Assert.Equal("1717527131834678:1256217357730577", activity.Conversation.Id);
        Assert.Null(activity.Value);
    }

    [Fact]
    public void Escapes_become_the_letters_they_stand_for() =>
        Assert.Equal("äöå <b> 50% a@b.co http://x.y 😀", Only("escaped-unicode.body").Activity!.Text);

    [Fact]
    public void A_quick_reply_says_its_title_and_means_its_payload()
    {
        var activity = Only("meta-text-quick-reply.json").Activity!;
        Assert.Equal("hello, world!", activity.Text);
        Assert.Equal("<DEVELOPER_DEFINED_PAYLOAD>", Assert.IsType<JsonElement>(activity.Value).GetString());
    }

    [Fact]
    public void A_postback_says_its_payload_and_keeps_where_the_person_came_from()
    {
        var one = Only("m4j-shouldHandlePostbackEvent.json");
        Assert.Equal(FacebookEventKind.Postback, one.Kind);
        Assert.Equal(("<USER_DEFINED_PAYLOAD>", ActivityTypes.Message), (one.Activity!.Text, one.Activity.Type));
        Assert.Equal("<USER_DEFINED_PAYLOAD>", Assert.IsType<JsonElement>(one.Activity.Value).GetString());

        var typed = one.Activity.GetChannelData<FacebookMessage>();
        Assert.Equal("<TITLE_FOR_THE_CTA>", typed.PostBack!.Title);
        Assert.Contains("<REF DATA IF SPECIFIED IN THE AD>", typed.PostBack.Referral, StringComparison.Ordinal);
    }

    [Fact]
    public void Attachments_keep_their_kind_their_address_and_their_place()
    {
        var attachments = Only("m4j-shouldHandleAttachmentMessageEvent.json").Activity!.Attachments!;
        Assert.Equal(["image", "fallback", "location"], attachments.Select(one => one.ContentType!));
        Assert.Equal("http://image.url", attachments[0].ContentUrl);
        Assert.Equal(("<URL_OF_THE_ATTACHMENT>", "<TITLE_OF_THE_URL_ATTACHMENT>"), (attachments[1].ContentUrl, attachments[1].Name));
        Assert.Equal(
            52.3765533, Assert.IsType<JsonElement>(attachments[2].Content).GetProperty("coordinates").GetProperty("lat").GetDouble());
    }

    [Fact]
    public void A_sticker_that_also_comes_as_an_image_counts_once()
    {
        var sticker = Assert.Single(Only("meta-sticker-dual.json").Activity!.Attachments!);
        Assert.Equal(("sticker", "https://scontent.example/s.png"), (sticker.ContentType, sticker.ContentUrl));
    }

    [Fact]
    public void A_cart_from_the_shop_becomes_an_event()
    {
        var activity = Only("meta-send-cart.json").Activity!;
        Assert.Equal((ActivityTypes.Event, FacebookEventNames.Order), (activity.Type, activity.Name));
        var products = Assert.IsType<JsonElement>(activity.Value).GetProperty("products");
        Assert.Equal("retailer_id_2", products[1].GetProperty("retailer_id").GetString());
    }

    [Theory]
    [InlineData("meta-referral-shortlink.json", FacebookEventKind.Referral, "facebook/referral")]
    [InlineData("meta-customer-information.json", FacebookEventKind.CustomerInformation, "facebook/customer_information")]
    [InlineData("meta-handover-pass.json", FacebookEventKind.PassThreadControl, "pass_thread_control")]
    public void What_is_no_message_becomes_an_event_of_its_name(string sample, FacebookEventKind kind, string name)
    {
        var one = Only(sample);
        Assert.Equal((kind, name, ActivityTypes.Event), (one.Kind, one.Activity!.Name, one.Activity.Type));
        Assert.Equal(JsonValueKind.Object, Assert.IsType<JsonElement>(one.Activity.Value).ValueKind);
    }

    [Fact]
    public void A_question_about_a_product_keeps_the_product()
    {
        var data = Assert.IsType<JsonElement>(Only("meta-shop-pdp-referral.json").Activity!.ChannelData);
        Assert.Equal(
            "4839201938475", data.GetProperty("message").GetProperty("referral").GetProperty("product").GetProperty("id").GetString());
    }

    [Fact]
    public void An_echo_from_the_inbox_names_its_app_and_its_person_and_starts_no_turn()
    {
        var one = Only("meta-echo-standby-template.json");
        Assert.Equal((FacebookEventKind.Echo, true, "263902037430900"), (one.Kind, one.IsStandby, one.EchoAppId));
        Assert.Equal(("<PAGE_ID>", "<PSID>"), (one.PageId, one.PersonId));
        Assert.Null(one.Activity);
    }

    [Theory]
    [InlineData("meta-delivery-no-mids.json", FacebookEventKind.Delivery)]
    [InlineData("legacy-checkout-update.json", FacebookEventKind.LegacyPayment)]
    [InlineData("meta-doc-test-body.json", FacebookEventKind.Malformed)]
    public void Some_events_are_known_and_start_no_turn(string sample, FacebookEventKind kind)
    {
        var one = Only(sample);
        Assert.Equal(kind, one.Kind);
        Assert.Null(one.Activity);
    }

    [Fact]
    public void Nulls_and_empty_events_harm_no_neighbour()
    {
        var events = FacebookWebhook.Read(Samples.Bytes("hostile-nulls.json"));
        Assert.Equal(
            [FacebookEventKind.Malformed, FacebookEventKind.Malformed, FacebookEventKind.Unknown, FacebookEventKind.Message],
            events.Select(one => one.Kind));
        Assert.Equal("hi", events[^1].Activity!.Text);
    }

    private static FacebookEvent Only(string sample) => Assert.Single(FacebookWebhook.Read(Samples.Bytes(sample)));
}
