using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Messenger.Limits;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

public sealed partial class LimitsTests
{
    private static JsonElement Body(string message) =>
        Json("""{"recipient":{"id":"1"},"messaging_type":"RESPONSE","message":""" + message + "}");

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static string Long(int length) => new('x', length);

    private static string Text(int length) => $$"""{"text":"{{Long(length)}}"}""";

    private static string Replies(int count) =>
        $$"""{"text":"a","quick_replies":[{{Repeat("""{"content_type":"text","title":"t","payload":"p"}""", count)}}]}""";

    private static string Template(string payload) => """{"attachment":{"type":"template","payload":""" + payload + "}}";

    private static string Generic(int count, string card) =>
        Template($$"""{"template_type":"generic","elements":[{{Repeat(card, count)}}]}""");

    private static string Card(string title = "t", string subtitle = "s", int buttons = 1) =>
        $$"""{"title":"{{title}}","subtitle":"{{subtitle}}","image_url":"http://localhost/a.png","buttons":"""
        + $$"""[{{Repeat(Postback(), buttons)}}]}""";

    private static string Buttons(string text, params string[] buttons) =>
        Template($$"""{"template_type":"button","text":"{{text}}","buttons":[{{string.Join(',', buttons)}}]}""");

    private static string Postback(string title = "t", string payload = "p") =>
        $$"""{"type":"postback","title":"{{title}}","payload":"{{payload}}"}""";

    private static string Repeat(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));

    private static JsonArray Lines(int count) =>
        new([.. Enumerable.Range(1, count).Select(i => new JsonObject { ["title"] = $"Line {i}", ["price"] = 1 })]);

    private static string Receipt(Action<JsonObject>? change = null)
    {
        var receipt = JsonNode
            .Parse(
                """
                {"template_type":"receipt","recipient_name":"Anna Rossi","merchant_name":"Bottega","order_number":"A-1","currency":"EUR",
                 "payment_method":"Visa 4242","order_url":"https://a.example/1","timestamp":"1795413600",
                 "elements":[{"title":"Moka","subtitle":"Rossa","quantity":1,"price":24.9,"currency":"EUR",
                  "image_url":"http://localhost/a.png"}],
                 "address":{"street_1":"Via Garibaldi 12","street_2":"","city":"Torino","postal_code":"10122","state":"TO","country":"IT"},
                 "summary":{"subtotal":24.90,"shipping_cost":4.9,"total_tax":5.37,"total_cost":29.80},
                 "adjustments":[{"name":"Sconto","amount":5}]}
                """)!
            .AsObject();
        change?.Invoke(receipt);
        return Template(receipt.ToJsonString());
    }
}
