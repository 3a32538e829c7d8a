using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Tests.Orders;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

/// <summary>A finger that touches the same button twice.</summary>
public sealed class RepeatedTapTests
{
    private static readonly string Add = new ShopAction.AddToCart(new Sku("mug-1"), 1).Write();
    private static readonly ProductId Scarf = new("scarf");
    private static readonly string Show = new ShopAction.ShowCart(0).Write();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2900, 1)]
    [InlineData(3100, 2)]
    public async Task The_same_button_within_three_seconds_is_one_tap(int later, int pieces)
    {
        var chat = new Chat();
        await TapAsync(chat, Add, 0);
        await TapAsync(chat, Add, later);
        Assert.Equal(pieces == 1, chat.Replies.Count == 0);
        Assert.Equal(pieces, await PiecesAsync(chat));
    }

    /// <summary>
    /// A value that is sold out is asked for again: who taps it again, on the new card, is told again and not met by
    /// silence.
    /// </summary>
    [Theory]
    [InlineData(100, false)]
    [InlineData(600, true)]
    public async Task A_button_that_the_answer_shows_again_is_a_new_one_once_it_is_shown(int later, bool answered)
    {
        var chat = new Chat(store: WithScarf());
        chat.Time.Advance(TimeSpan.FromMilliseconds(500));
        await TapAsync(chat, new ShopAction.ChooseVariant(Scarf, VariantPurpose.Buy, "", 0).Write(), -1000);
        var soldOut = Payload(chat, "Rosso (esaurito)");
        await TapAsync(chat, soldOut, 0);
        Assert.Equal(soldOut, Payload(chat, "Rosso (esaurito)"));
        await TapAsync(chat, soldOut, later);
        Assert.Equal(answered, chat.Replies.Count > 0);
    }

    [Fact]
    public async Task The_times_of_the_events_count_and_not_those_of_the_answers()
    {
        var chat = new Chat();
        await TapAsync(chat, Add, 0);
        chat.Time.Advance(TimeSpan.FromMinutes(2));
        await TapAsync(chat, Add, 500);
        Assert.Equal(1, await PiecesAsync(chat));
    }

    [Fact]
    public async Task Three_quick_taps_are_one_and_the_third_is_counted_from_the_first()
    {
        var chat = new Chat();
        await TapAsync(chat, Add, 0);
        await TapAsync(chat, Add, 2000);
        await TapAsync(chat, Add, 2900);
        Assert.Equal(1, await PiecesAsync(chat));
        await TapAsync(chat, Add, 4000);
        Assert.Equal(2, await PiecesAsync(chat));
    }

    [Fact]
    public async Task Another_button_between_makes_it_a_new_tap()
    {
        var chat = new Chat();
        await TapAsync(chat, Add, 0);
        await TapAsync(chat, Show, 500);
        await TapAsync(chat, Add, 1000);
        Assert.Equal(2, await PiecesAsync(chat));
    }

    [Fact]
    public async Task What_is_typed_counts_each_time_and_between_two_taps()
    {
        var chat = new Chat();
        await TapAsync(chat, Add, 0);
        await chat.SaysAsync("carrello");
        await chat.SaysAsync("carrello");
        Assert.Contains("Il tuo carrello", chat.Shown, StringComparison.Ordinal);
        await TapAsync(chat, Add, 1000);
        Assert.Equal(2, await PiecesAsync(chat));
    }

    [Fact]
    public async Task It_is_known_after_a_restart_too()
    {
        var states = new Microsoft.Bot.Builder.MemoryStorage();
        var chat = new Chat(states: states);
        await TapAsync(chat, Add, 0);
        var again = new Chat(store: chat.Store, states: states);
        await TapAsync(again, Add, 1000);
        Assert.Empty(again.Replies);
        Assert.Equal(1, await PiecesAsync(again));
    }

    private static Store WithScarf()
    {
        var store = Goods.Store();
        store.Categories.Add(
            (
                new Category(new CategoryId("sciarpe"), "Sciarpe", 0, Goods.Picture("scarf")),
                [
                    new Product(
                        Scarf, "Sciarpa", "", "", new CategoryId("sciarpe"), Goods.Picture("scarf"), null,
                        [Of("Rosso", 0), Of("Blu", 3)]),
                ]));
        return store;
    }

    private static Variant Of(string color, int available) => new(
        new Sku($"scarf-{color}"), new Dictionary<string, string> { ["color"] = color }, Some.Eur(2500), null, available, null);

    private static string Payload(Chat chat, string title) => (string)chat.Replies
        .SelectMany(reply => Transcript.Actions(reply, null)).Last(action => action.Title == title).Value!;

    private static Task TapAsync(Chat chat, string payload, int milliseconds) => chat.SendAsync(new Activity(ActivityTypes.Message)
    {
        Text = "tap",
        Value = System.Text.Json.JsonSerializer.SerializeToElement(payload),
        Timestamp = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero).AddMilliseconds(milliseconds),
    });

    private static async Task<int> PiecesAsync(Chat chat) =>
        (await chat.Store.CartAsync(new ShopperId("facebook:page:psid-Anna"), TestContext.Current.CancellationToken))
        .Find(new Sku("mug-1"))?.Quantity ?? 0;
}
