using System.Net;
using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Tests.Channels.Connector;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>The same shop in the Bot Framework Emulator: no Messenger anywhere.</summary>
public sealed class EmulatorFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private int _said;

    [Fact]
    public async Task A_tester_is_greeted_browses_buys_and_has_a_receipt_card()
    {
        await using var emulator = await FakeChannel.EmulatorAsync();
        Assert.Contains("automated assistant", await SayAsync(emulator, "hi"), StringComparison.Ordinal);
        var categories = await TapAsync(emulator, "Categories");
        Assert.Contains("carousel", categories, StringComparison.Ordinal);
        Assert.Contains("application/vnd.microsoft.card.hero", categories, StringComparison.Ordinal);
        Assert.Contains("Genoese pesto", await SayAsync(emulator, "pesto"), StringComparison.Ordinal);
        Assert.Contains("Which e-mail", await TapAsync(emulator, "Buy now"), StringComparison.Ordinal);
        foreach (
            var (answer, asks) in Shopping.InEnglish.Select(
                (each, at) => (each.Answers, at + 1 < Shopping.InEnglish.Count ? Shopping.InEnglish[at + 1].Asks : "Your order")))
            Assert.Contains(asks, await SayAsync(emulator, answer), StringComparison.Ordinal);
        Assert.Contains("Pay on Stripe's secure page", await TapAsync(emulator, "Order and pay"), StringComparison.Ordinal);

        emulator.Calls.Clear();
        await shop.Checkout.PayAsync();
        var paid = Replies(emulator);
        Assert.Contains("application/vnd.microsoft.card.receipt", paid, StringComparison.Ordinal);
        Assert.Contains("Payment received, thank you!", paid, StringComparison.Ordinal);
        Assert.Contains("Paid", await SayAsync(emulator, "my orders"), StringComparison.Ordinal);
        Assert.Equal(OrderState.Paid, shop.Merchant.OrderOf("anna@example.com").State);
    }

    private async Task<string> SayAsync(FakeChannel emulator, string text)
    {
        emulator.Calls.Clear();
        Assert.Equal((HttpStatusCode.OK, ""), await FakeChannel.PostAsync(shop.Now, emulator.Activity($"a{_said++}", text)));
        await shop.Now.SettleAsync();
        return Replies(emulator);
    }

    /// <summary>As the Emulator does it: a postBack's value comes back as the text, and so does an imBack's.</summary>
    private Task<string> TapAsync(FakeChannel emulator, string title)
    {
        foreach (var call in emulator.Calls.Reverse())
            if (Find(call.Body, title) is { } value)
                return SayAsync(emulator, value);
        throw new InvalidOperationException($"Nothing to tap is called '{title}':\n{Replies(emulator)}");
    }

    private static string? Find(JsonElement json, string title) =>
        json.ValueKind switch
        {
            JsonValueKind.Object
                when json.TryGetProperty("title", out var found)
                    && found.ValueEquals(title)
                    && json.TryGetProperty("value", out var value) => value.GetString(),
            JsonValueKind.Object => json.EnumerateObject()
                .Select(each => Find(each.Value, title))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array => json.EnumerateArray().Select(each => Find(each, title)).FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static string Replies(FakeChannel emulator) =>
        string.Join('\n', emulator.Calls.Select(call => JsonSerializer.Serialize(call.Body, Readable)));

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
