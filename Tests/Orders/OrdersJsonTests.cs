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
        var json = RoundTrip(
            Some.Order() with
            {
                Flags = OrderFlags.Cancelling | OrderFlags.Disputed,
                Tracking = "RR1",
                Version = 3,
            },
            OrdersJson.Default.Order);

        Assert.Contains("\"state\":\"AwaitingPayment\"", json, StringComparison.Ordinal);
        Assert.Contains("\"sku\":\"mug-1\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("CommerceBot", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cart_and_a_draft_come_back_as_they_were_written()
    {
        RoundTrip(new Cart(Some.Anna, [new CartLine(new("a"), 2, Some.Eur(100), "A")], 4), OrdersJson.Default.Cart);
        RoundTrip(CheckoutDraft.Empty(Some.Anna), OrdersJson.Default.CheckoutDraft);
        RoundTrip(CheckoutDraft.Empty(Some.Anna).Begin(Purchase.Now(new("a"), 2)) with
        {
            Answers = Answers.None with { Email = "a@example.com", Country = Some.Italy, Delivery = new("corriere") },
            Version = 9,
        }, OrdersJson.Default.CheckoutDraft);
    }

    [Fact]
    public void A_draft_keeps_its_province_its_note_and_its_doubt_and_one_of_before_them_is_read()
    {
        var draft = CheckoutDraft.Empty(Some.Anna) with
        {
            Answers = Answers.None with
            {
                Country = Some.Italy,
                Province = "MI",
                CourierNote = "Citofono Bianchi",
                PhoneBeforeCountry = "06 1",
            },
            Doubted = new DoubtedAnswer(Question.Street, "Via Roma"),
        };
        var json = RoundTrip(draft, OrdersJson.Default.CheckoutDraft);
        Assert.Equal(draft, JsonSerializer.Deserialize(json, OrdersJson.Default.CheckoutDraft));
        Assert.DoesNotContain("territory", json, StringComparison.OrdinalIgnoreCase);

        const string Old = """{"shopper":"a:b:c","answers":{"country":"IT","city":"Roma"},"remembered":{},"version":3}""";
        var read = JsonSerializer.Deserialize(Old, OrdersJson.Default.CheckoutDraft)!;
        Assert.Equal(("Roma", null, null, 3L), (read.Answers.City, read.Answers.Province, read.Doubted, read.Version));
    }

    private static string RoundTrip<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(value, type);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type)!, type));
        return json;
    }
}
