using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What no button offers, and what nobody should type.</summary>
public sealed class HostileTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Theory]
    [InlineData("shop1/add/-5/=pesto")]
    [InlineData("shop1/add/0/=pesto")]
    [InlineData("shop1/add/100/=pesto")]
    [InlineData("shop1/add/1e3/=pesto")]
    [InlineData("shop1/add/99999999999999999999/=pesto")]
    [InlineData("shop1/add/1/=pesto?price=0")]
    [InlineData("shop1/add/1/0.01/=pesto")]
    [InlineData("shop1/add/1/=no-such-thing")]
    [InlineData("shop1/buy/-1/=pesto")]
    [InlineData("shop1/buy/1/=no-such-thing")]
    [InlineData("shop1/set/-3/=pesto")]
    [InlineData("shop1/order/000000000000")]
    [InlineData("shop1/order/free")]
    [InlineData("shop1/pay/X1X-X1X-1")]
    [InlineData("shop1/answer/email/=a@example.com")]
    [InlineData("shop1/pick/b/zzzzzz/0/=coffee")]
    [InlineData("shop1/pick/b/ffffff/0/=coffee")]
    [InlineData("shop1/category/9999/=pantry")]
    [InlineData("shop1/category/-1/=pantry")]
    [InlineData("shop1/speak/xx")]
    [InlineData("shop1/")]
    [InlineData("shop1/start/again")]
    [InlineData("shop0/add/1/=pesto")]
    [InlineData("shop999/buy/1/=pesto")]
    [InlineData("buy:pesto:1")]
    [InlineData("{\"action\":\"buy\",\"sku\":\"pesto\",\"price\":1}")]
    [InlineData("<script>")]
    [InlineData("\u0000\u0001")]
    public async Task A_forged_tap_gets_a_kind_answer_and_changes_nothing(string payload)
    {
        var chat = await Chat.OpenAsync(shop.Now, "mallory", "Mallory");
        var replies = await chat.ForgeAsync(payload);
        Assert.NotEmpty(replies);
        Assert.DoesNotContain(replies, reply => reply.Words.Contains("qualcosa è andato storto", StringComparison.Ordinal));
        Assert.Contains("Il carrello è vuoto", (await chat.SayAsync("carrello"))[^1].Words, StringComparison.Ordinal);
        Assert.Empty(shop.Merchant.Orders());
        Assert.Equal(0, shop.Now.Count("inbox WHERE handled = 2"));
    }

    [Fact]
    public async Task A_forged_tap_in_the_middle_of_a_checkout_answers_no_question()
    {
        var play = new Play(shop.Now);
        await play.EnterAsync("nina", "Nina");
        await play.RunAsync("""
            nina says: pesto
            nina taps: Compra ora on Pesto
            nina forges: shop1/order/000000000000
            bot: A quale e-mail
            nina forges: shop1/answer/deliverymethod/=corriere-standard
            bot: A quale e-mail
            nina forges: shop1/answer/email/=not an e-mail
            bot: Questa non sembra un'e-mail
            bot: A quale e-mail
            nina forges: shop0/order/1
            bot later: A quale e-mail
            nina forges: shop1/pay/X1X-X1X-1
            bot: *
            """);
        Assert.Empty(shop.Merchant.Orders());
    }

    [Fact]
    public async Task Nobody_sees_or_touches_anothers_order()
    {
        await using var own = await ShopHost.StartAsync();
        var play = new Play(own);
        await play.RunAsync(Shopping.Orders("anna", "Pesto"));
        var number = new Merchant(own).OrderOf("anna@example.com").Number;
        foreach (var verb in new[] { "status", "pay", "paid", "undo", "again" })
            await play.RunAsync(
                $"mallory forges: shop1/{verb}/{number}\nbot later: Non trovo questo ordine tra i tuoi.\nbot to anna is silent");
        await play.RunAsync($"mallory says: {number}\nbot: *\nbot to anna is silent\npays: success\nbot to anna: RECEIPT");
    }

    [Fact]
    public async Task A_number_that_only_looks_like_a_card_is_left_as_it_is()
    {
        await using var own = await ShopHost.StartAsync();
        await new Play(own).RunAsync("""
            sara says: 4111 1111 1111 1112
            bot later: Non ho trovato niente per «4111 1111 1111 1112».
            sara says: il pacco 1Z999AA10123456784 dov'è?
            bot: *
            sara says: +39 333 123 4567 890
            bot: 39 333 123 4567 890»
            """);
        Assert.Contains(KeptBytes.Of(own), place => place.Bytes.AsSpan().IndexOf("4111 1111 1111 1112"u8) >= 0);
    }
}
