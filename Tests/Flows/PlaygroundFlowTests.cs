using System.Net;
using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Tests.Channels.Connector;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>
/// The shop in the Agents Playground with <c>-c emulator</c>: no carousels, suggestions that say their titles, and buttons
/// on adaptive cards only.
/// </summary>
public sealed class PlaygroundFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private const string Adaptive = "application/vnd.microsoft.card.adaptive";

    private int _said;

    [Fact]
    public async Task A_tester_sees_products_and_buys_by_tapping_what_the_Playground_shows()
    {
        await using var playground = await FakeChannel.PlaygroundAsync();
        const string came = """ "type":"conversationUpdate","locale":null,"membersAdded":[{"id":"u-1"},{"id":"b-1"}] """;
        Assert.Empty(await SendAsync(playground, came));
        Assert.Contains(await SayAsync(playground, "hi"), text => text.Contains("automated assistant", StringComparison.Ordinal));
        await TapAsync(playground, "Categories");
        AssertShown(playground);
        await SayAsync(playground, "pesto");
        AssertShown(playground);
        Assert.Contains(await TapAsync(playground, "Buy now"), text => text.Contains("Which e-mail", StringComparison.Ordinal));
        foreach (var (answer, _) in Shopping.InEnglish.Select(each => (each.Answers, each.Asks)))
            await SayAsync(playground, answer);
        await TapAsync(playground, "Order and pay");
        await shop.Checkout.PayAsync();
        Assert.Equal(OrderState.Paid, shop.Merchant.OrderOf("anna@example.com").State);
        AssertShown(playground);
    }

    /// <summary>Nothing was sent that the Playground does not show, or whose buttons do nothing there.</summary>
    private static void AssertShown(FakeChannel playground)
    {
        var sent = playground.Calls.Select(call => call.Body).Where(body => body.ValueKind == JsonValueKind.Object).ToList();
        Assert.DoesNotContain(sent, body => body.TryGetProperty("attachmentLayout", out var layout) && layout.ValueEquals("carousel"));
        Assert.All(Cards(sent), card => Assert.Equal(Adaptive, card.GetProperty("contentType").GetString()));
        Assert.All(sent.SelectMany(Suggestions), action => Assert.Equal("imBack", action.GetProperty("type").GetString()));
    }

    private async Task<IReadOnlyList<string>> SendAsync(FakeChannel playground, string more)
    {
        playground.Calls.Clear();
        Assert.Equal((HttpStatusCode.OK, ""), await FakeChannel.PostAsync(shop.Now, playground.Activity($"p{_said++}", "", more)));
        await shop.Now.SettleAsync();
        return [.. playground.Texts.OfType<string>()];
    }

    private Task<IReadOnlyList<string>> SayAsync(FakeChannel playground, string text) => SendAsync(playground, $"\"text\":\"{text}\"");

    /// <summary>A suggestion's title comes back as the text; a card's button comes back as an object, without any text.</summary>
    private async Task<IReadOnlyList<string>> TapAsync(FakeChannel playground, string title)
    {
        foreach (var body in playground.Calls.Reverse().Select(call => call.Body))
        {
            if (Suggestions(body).Any(action => action.GetProperty("title").ValueEquals(title)))
                return await SayAsync(playground, title);
            foreach (var button in Cards([body]).SelectMany(Buttons).Where(button => button.GetProperty("title").ValueEquals(title)))
                return await SendAsync(playground, $"\"text\":null,\"value\":{button.GetProperty("data").GetRawText()}");
        }

        throw new InvalidOperationException($"Nothing to tap is called '{title}'.");
    }

    private static IEnumerable<JsonElement> Cards(IEnumerable<JsonElement> sent) => sent.SelectMany(body => List(body, "attachments"));

    private static IEnumerable<JsonElement> Buttons(JsonElement card) =>
        List(card.GetProperty("content"), "body").SelectMany(part => List(part, "actions"));

    private static IEnumerable<JsonElement> Suggestions(JsonElement body) =>
        body.TryGetProperty("suggestedActions", out var suggested) ? List(suggested, "actions") : [];

    private static IEnumerable<JsonElement> List(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];
}
