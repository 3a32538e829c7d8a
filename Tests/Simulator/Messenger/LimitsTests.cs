using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Messenger.Limits;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

/// <summary>Every limit of the Send API: a message at the limit goes, one past it is refused with Meta's code 100.</summary>
public sealed partial class LimitsTests
{
    public static TheoryData<string, string> Allowed { get; } =
        new()
        {
            { "text of 2000", Text(2000) },
            { "metadata of 1000", $$"""{"text":"a","metadata":"{{Long(1000)}}"}""" },
            { "13 quick replies", Replies(13) },
            {
                "quick reply title of 20",
                $$"""{"text":"a","quick_replies":[{"content_type":"text","title":"{{Long(20)}}","payload":"p"}]}"""
            },
            {
                "quick reply payload of 1000",
                $$"""{"text":"a","quick_replies":[{"content_type":"text","title":"t","payload":"{{Long(1000)}}"}]}"""
            },
            {
                "quick reply with a picture only",
                """{"text":"a","quick_replies":[{"content_type":"text","image_url":"https://a.example/b.png","payload":"p"}]}"""
            },
            { "e-mail and phone", """{"text":"a","quick_replies":[{"content_type":"user_email"},{"content_type":"user_phone_number"}]}""" },
            { "10 cards", Generic(10, Card()) },
            { "card title of 80", Generic(1, Card(title: Long(80))) },
            { "card subtitle of 80", Generic(1, Card(subtitle: Long(80))) },
            { "3 buttons on a card", Generic(1, Card(buttons: 3)) },
            { "default action", Generic(1, """{"title":"t","default_action":{"type":"web_url","url":"https://a.example"}}""") },
            { "button text of 640", Buttons(Long(640), Postback()) },
            { "button title of 20", Buttons("a", Postback(title: Long(20))) },
            { "button payload of 1000", Buttons("a", Postback(payload: Long(1000))) },
            { "3 buttons", Buttons("a", Postback(), Postback(), Postback()) },
            { "phone button", Buttons("a", """{"type":"phone_number","title":"t","payload":"+390212345678"}""") },
            {
                "link button",
                Buttons("a", """{"type":"web_url","title":"t","url":"http://localhost:3978/x","webview_height_ratio":"tall"}""")
            },
            { "account link", Buttons("a", """{"type":"account_link","url":"https://a.example/link"}""") },
            {
                "media of facebook",
                Template("""{"template_type":"media","elements":[{"media_type":"image","url":"https://www.facebook.com/photo/1"}]}""")
            },
            { "picture", """{"attachment":{"type":"image","payload":{"url":"https://a.example/b.png","is_reusable":true}}}""" },
            { "whole receipt", Receipt() },
            { "100 receipt lines", Receipt(r => r["elements"] = Lines(100)) },
            { "no receipt lines", Receipt(r => r.Remove("elements")) },
            { "free line", Receipt(r => r["elements"]![0]!["price"] = 0) },
            { "no state outside the United States", Receipt(r => r["address"]!["state"] = "") },
            { "negative adjustment", Receipt(r => r["adjustments"]![0]!["amount"] = -5) },
        };

    public static TheoryData<string, string, string> Refused { get; } =
        new()
        {
            { "text of 2001", Text(2001), "Length of param message[text]" },
            { "empty text", """{"text":""}""", "non-empty" },
            { "blank text", """{"text":"  "}""", "non-empty" },
            { "text that is a number", """{"text":5}""", "must be a string" },
            { "nothing", """{}""", "cannot be empty" },
            {
                "text and attachment",
                """{"text":"a","attachment":{"type":"image","payload":{"url":"https://a.example/b.png"}}}""",
                "Only one of"
            },
            { "unknown key", """{"text":"a","speak":"a"}""", "Invalid keys \"speak\"" },
            { "metadata of 1001", $$"""{"text":"a","metadata":"{{Long(1001)}}"}""", "message[metadata]" },
            { "14 quick replies", Replies(14), "too many elements" },
            { "no quick replies in the list", Replies(0), "at least 1" },
            {
                "quick reply title of 21",
                $$"""{"text":"a","quick_replies":[{"content_type":"text","title":"{{Long(21)}}","payload":"p"}]}""",
                "quick_replies][0][title]"
            },
            {
                "quick reply payload of 1001",
                $$"""{"text":"a","quick_replies":[{"content_type":"text","title":"t","payload":"{{Long(1001)}}"}]}""",
                "payload"
            },
            { "quick reply without payload", """{"text":"a","quick_replies":[{"content_type":"text","title":"t"}]}""", "required" },
            {
                "quick reply without title or picture",
                """{"text":"a","quick_replies":[{"content_type":"text","payload":"p"}]}""",
                "image_url"
            },
            { "location", """{"text":"a","quick_replies":[{"content_type":"location"}]}""", "content_type" },
            { "quick replies alone", """{"quick_replies":[{"content_type":"user_email"}]}""", "cannot be empty" },
            { "11 cards", Generic(11, Card()), "too many elements" },
            { "no cards", Generic(0, Card()), "at least 1" },
            { "card title of 81", Generic(1, Card(title: Long(81))), "[title]" },
            { "card subtitle of 81", Generic(1, Card(subtitle: Long(81))), "[subtitle]" },
            { "card with a title only", Generic(1, """{"title":"t"}"""), "one field besides its title" },
            { "card without title", Generic(1, """{"subtitle":"s"}"""), "required" },
            { "4 buttons on a card", Generic(1, Card(buttons: 4)), "too many elements" },
            {
                "default action with title",
                Generic(1, """{"title":"t","default_action":{"type":"web_url","title":"x","url":"https://a.example"}}"""),
                "Invalid keys"
            },
            {
                "default action that is a postback",
                Generic(1, """{"title":"t","default_action":{"type":"postback","payload":"x"}}"""),
                "WEB_URL"
            },
            { "picture that is a script", Generic(1, """{"title":"t","image_url":"javascript:alert(1)"}"""), "valid URL" },
            {
                "unknown shape of pictures",
                Template("""{"template_type":"generic","image_aspect_ratio":"round","elements":[{"title":"t","subtitle":"s"}]}"""),
                "HORIZONTAL"
            },
            { "button text of 641", Buttons(Long(641), Postback()), "[text]" },
            { "button template without buttons", Buttons("a"), "at least 1" },
            { "4 buttons", Buttons("a", Postback(), Postback(), Postback(), Postback()), "too many elements" },
            { "button title of 21", Buttons("a", Postback(title: Long(21))), "[title]" },
            { "button payload of 1001", Buttons("a", Postback(payload: Long(1001))), "[payload]" },
            {
                "payment button of 2016",
                Buttons("a", """{"type":"payment","title":"Buy","payload":"p","payment_summary":{}}"""),
                "must be one of"
            },
            { "share button", Buttons("a", """{"type":"element_share"}"""), "must be one of" },
            { "button without type", Buttons("a", """{"title":"t","payload":"p"}"""), "required" },
            { "link that is no web address", Buttons("a", """{"type":"web_url","title":"t","url":"ftp://a.example"}"""), "valid URL" },
            {
                "height that does not exist",
                Buttons("a", """{"type":"web_url","title":"t","url":"https://a.example","webview_height_ratio":"half"}"""),
                "COMPACT"
            },
            {
                "extensions without https",
                Buttons("a", """{"type":"web_url","title":"t","url":"http://a.example","messenger_extensions":true}"""),
                "https"
            },
            { "phone without plus", Buttons("a", """{"type":"phone_number","title":"t","payload":"0212345678"}"""), "+" },
            {
                "2 media",
                Template(
                    """{"template_type":"media","elements":"""
                    + """[{"media_type":"image","url":"https://www.facebook.com/1"}"""
                    + """,{"media_type":"image","url":"https://www.facebook.com/2"}]}"""
                ),
                "too many"
            },
            {
                "media from elsewhere",
                Template("""{"template_type":"media","elements":[{"media_type":"image","url":"https://a.example/1.png"}]}"""),
                "facebook.com"
            },
            {
                "attachment that was never uploaded",
                """{"attachment":{"type":"image","payload":{"attachment_id":"1"}}}""",
                "belongs to somebody else"
            },
            { "picture without address", """{"attachment":{"type":"image","payload":{}}}""", "url or an attachment_id" },
            { "unknown attachment", """{"attachment":{"type":"location","payload":{}}}""", "TEMPLATE" },
            { "unknown template", Template("""{"template_type":"list","elements":[]}"""), "must be one of" },
            { "open graph template", Template("""{"template_type":"open_graph","elements":[]}"""), "must be one of" },
            { "receipt without name", Receipt(r => r.Remove("recipient_name")), "recipient_name" },
            { "receipt without number", Receipt(r => r.Remove("order_number")), "order_number" },
            { "receipt without currency", Receipt(r => r.Remove("currency")), "currency" },
            { "receipt without method", Receipt(r => r.Remove("payment_method")), "payment_method" },
            { "receipt without summary", Receipt(r => r.Remove("summary")), "summary" },
            { "receipt without total", Receipt(r => r["summary"]!.AsObject().Remove("total_cost")), "total_cost" },
            { "101 receipt lines", Receipt(r => r["elements"] = Lines(101)), "too many elements" },
            { "three decimals", Receipt(r => r["summary"]!["total_cost"] = 1.234m), "two decimals" },
            { "amount in words", Receipt(r => r["summary"]!["total_cost"] = "12.30"), "must be a number" },
            { "negative price", Receipt(r => r["elements"]![0]!["price"] = -1), "greater than or equal to 0" },
            { "line without price", Receipt(r => r["elements"]![0]!.AsObject().Remove("price")), "price" },
            { "half a pot", Receipt(r => r["elements"]![0]!["quantity"] = 0.5), "whole number" },
            { "time that is a number", Receipt(r => r["timestamp"] = 1795413600), "must be a string" },
            { "time in milliseconds", Receipt(r => r["timestamp"] = "1795413600000"), "seconds" },
            { "country in full", Receipt(r => r["address"]!["country"] = "Italia"), "two-letter" },
            { "address without street", Receipt(r => r["address"]!.AsObject().Remove("street_1")), "street_1" },
            { "address without postcode", Receipt(r => r["address"]!.AsObject().Remove("postal_code")), "postal_code" },
            {
                "American address without state",
                Receipt(r =>
                {
                    r["address"]!["country"] = "US";
                    r["address"]!["state"] = "";
                }),
                "state"
            },
            { "adjustment without name", Receipt(r => r["adjustments"]![0]!.AsObject().Remove("name")), "name" },
            { "euro sign", Receipt(r => r["currency"] = "€"), "ISO 4217" },
        };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void What_Meta_allows_goes_through(string what, string message)
    {
        var error = SendRequest.Check(Body(message));
        Assert.True(error is null, $"{what}: {error?.Message}");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_Meta_refuses_is_refused_and_named(string what, string message, string part)
    {
        var error = SendRequest.Check(Body(message));
        Assert.True(error is not null, what);
        Assert.Equal(100, error.Code);
        Assert.Equal(400, error.Status);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"MESSAGE_TAG","tag":"POST_PURCHASE_UPDATE","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"MESSAGE_TAG","tag":"CONFIRMED_EVENT_UPDATE","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"MESSAGE_TAG","tag":"ACCOUNT_UPDATE","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT","message":{"text":"a"}}""", 200)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"MESSAGE_TAG","tag":"NONSENSE","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"MESSAGE_TAG","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"RESPONSE","tag":"HUMAN_AGENT","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"UTILITY","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"SHOUT","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"message":{"text":"a"}}""", 100)]
    [InlineData("""{"messaging_type":"RESPONSE","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{},"messaging_type":"RESPONSE","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"sender_action":"dance"}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"sender_action":"typing_on","message":{"text":"a"}}""", 100)]
    [InlineData("""{"recipient":{"id":"1"},"messaging_type":"RESPONSE","message":{"text":"a"},"extra":1}""", 100)]
    [InlineData("""["a list"]""", 100)]
    public void A_request_that_Meta_would_not_take_is_refused(string body, int code) =>
        Assert.Equal(code, SendRequest.Check(Json(body))?.Code);

    [Theory]
    [InlineData("typing_on")]
    [InlineData("typing_off")]
    [InlineData("mark_seen")]
    public void A_sender_action_goes_alone(string action) =>
        Assert.Null(SendRequest.Check(Json($$"""{"recipient":{"id":"1"},"sender_action":"{{action}}"}""")));

    [Theory]
    [InlineData("""{"get_started":{"payload":"P"}}""", false, null)]
    [InlineData("""{"greeting":[{"locale":"default","text":"TEXT160"}]}""", false, null)]
    [InlineData("""{"greeting":[{"locale":"default","text":"TEXT161"}]}""", false, "greeting")]
    [InlineData("""{"greeting":[{"locale":"it_IT","text":"Ciao"}]}""", false, "default")]
    [InlineData(
        """{"persistent_menu":[{"locale":"default","call_to_actions":[{"type":"postback","title":"TEXT30","payload":"P"}]}]}""", true, null
    )]
    [InlineData(
        """{"persistent_menu":[{"locale":"default","call_to_actions":[{"type":"postback","title":"TEXT31","payload":"P"}]}]}""", true,
        "title")]
    [InlineData(
        """{"persistent_menu":[{"locale":"default","call_to_actions":[{"type":"nested","title":"T","call_to_actions":[]}]}]}""", true,
        "type")]
    [InlineData(
        """{"persistent_menu":[{"locale":"default","call_to_actions":[{"type":"postback","title":"T","payload":"P"}]}]}""", false,
        "Get Started")]
    [InlineData("""{"ice_breakers":[{"locale":"default","call_to_actions":[{"question":"Q","payload":"P"}]}]}""", false, null)]
    [InlineData(
        """{"ice_breakers":[{"locale":"default","call_to_actions":"""
        + """[{"question":"1","payload":"P"},{"question":"2","payload":"P"}"""
        + """,{"question":"3","payload":"P"},{"question":"4","payload":"P"},{"question":"5","payload":"P"}]}]}""",
        false, "too many")]
    [InlineData("""{"whitelisted_domains":["http://a.example"]}""", false, "https")]
    [InlineData("""{"nonsense":1}""", false, "Invalid keys")]
    [InlineData("""{}""", false, "At least one")]
    public void The_Messenger_profile_has_limits_of_its_own(string body, bool hasGetStarted, string? complaint)
    {
        foreach (var length in (int[])[160, 161, 30, 31])
            body = body.Replace($"TEXT{length}", Long(length), StringComparison.Ordinal);
        var error = ProfileRequest.Check(Json(body), hasGetStarted);
        if (complaint is null)
            Assert.Null(error);
        else
            Assert.Contains(complaint, error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void The_menu_has_twenty_places(int count, bool fits)
    {
        var items = string.Join(',', Enumerable.Repeat("""{"type":"postback","title":"T","payload":"P"}""", count));
        var body = Json($$"""{"persistent_menu":[{"locale":"default","call_to_actions":[{{items}}]}]}""");
        Assert.Equal(fits, ProfileRequest.Check(body, hasGetStarted: true) is null);
    }
}
