using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class OrdersJsonTests
{
    [Fact]
    public void An_order_comes_back_as_it_was_written()
    {
        var json = RoundTrip(Some.Order() with { Flags = OrderFlags.Cancelling | OrderFlags.Disputed, Tracking = "RR1", Version = 3 }, OrdersJson.Default.Order);

        Assert.Contains("\"state\":\"AwaitingPayment\"", json, StringComparison.Ordinal);
        Assert.Contains("\"sku\":\"mug-1\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("CommerceBot", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cart_and_a_draft_come_back_as_they_were_written()
    {
        RoundTrip(new Cart(Some.Anna, [new CartLine(new("a"), 2, Some.Eur(100), "A")], 4), OrdersJson.Default.Cart);
        RoundTrip(Draft.Empty(Some.Anna), OrdersJson.Default.Draft);
        RoundTrip(Draft.Empty(Some.Anna).Begin(Purchase.Now(new("a"), 2)) with
        {
            Answers = Answers.None with { Email = "a@example.com", Country = Some.Italy, Delivery = new("corriere") },
            Version = 9,
        }, OrdersJson.Default.Draft);
    }

    private static string RoundTrip<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(value, type);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type)!, type));
        return json;
    }
}
