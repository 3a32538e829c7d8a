using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>What the shop keeps of a shopper as JSON: their language, answers, cart and orders.</summary>
internal static class PrivacyExport
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ShopTurn turn, IReadOnlyList<Order> orders, Cart cart, CheckoutDraft draft)
    {
        var answers = new JsonObject();
        foreach (var question in Questions.All)
            if ((draft.Answers[question] ?? draft.Remembered[question]) is { } answer)
                answers[question.ToString()] = answer;
        return new JsonObject
        {
            ["language"] = turn.Conversation.Language ?? turn.Language.Code,
            ["answers"] = answers,
            ["cart"] = new JsonArray(
                [.. cart.Lines.Select(line => (JsonNode)new JsonObject { ["sku"] = line.Sku.Value, ["quantity"] = line.Quantity })]),
            ["orders"] = new JsonArray([.. orders.Select(order => (JsonNode)Of(order))]),
        }.ToJsonString(Readable);
    }

    private static JsonObject Of(Order order) => new()
    {
        ["number"] = order.Number.Value,
        ["placed"] = order.Created.UtcDateTime,
        ["state"] = order.State.ToString(),
        ["total"] = order.Total.Plain(),
        ["name"] = order.Contact.Name,
        ["email"] = order.Contact.Email,
        ["phone"] = order.Contact.Phone,
        ["address"] = string.Join(", ", order.Address.Lines(order.Language)),
        ["lines"] = new JsonArray([.. order.Lines.Select(line => (JsonNode)new JsonObject
        {
            ["sku"] = line.Sku.Value, ["title"] = line.Title, ["quantity"] = line.Quantity, ["total"] = line.Total.Plain(),
        })]),
    };
}
