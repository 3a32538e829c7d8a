using System.Text;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite;
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
    [InlineData("shop1/shelf/9999/=pantry")]
    [InlineData("shop1/shelf/-1/=pantry")]
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
            await play.RunAsync($"mallory forges: shop1/{verb}/{number}\nbot later: Non trovo questo ordine tra i tuoi.\nbot to anna is silent");
        await play.RunAsync($"mallory says: {number}\nbot: *\nbot to anna is silent\npays: success\nbot to anna: RECEIPT");
    }

    [Fact]
    public async Task A_card_number_typed_in_the_chat_is_kept_nowhere_and_the_shopper_is_told()
    {
        await using var own = await ShopHost.StartAsync();
        await new Play(own).RunAsync("""
            rosa says: la mia carta è 4111 1111 1111 1111
            bot later: c'era un numero di carta. L'ho scartato senza salvarlo.
            rosa says: pesto
            rosa taps: Compra ora on Pesto
            rosa says: 5555-5555-5555-4444
            bot: c'era un numero di carta * si paga solo sulla pagina sicura di Stripe.
            bot: A quale e-mail
            rosa says: rosa@example.com
            rosa says: 378282246310005
            bot: c'era un numero di carta
            bot: telefono
            rosa says: 333 123 4567
            rosa says: 6011111111111117 Rosa
            bot: c'era un numero di carta
            bot: Nome e cognome
            rosa says: annulla
            rosa forges: 4111111111111111
            bot: *
            """);
        string[] typed = ["4111111111111111", "4111 1111 1111 1111", "5555555555554444", "5555-5555-5555-4444", "378282246310005", "6011111111111117"];
        var kept = Kept(own).ToList();
        foreach (var number in typed)
        {
            Assert.DoesNotContain(kept, place => place.Text.Contains(number, StringComparison.Ordinal));
            Assert.DoesNotContain(own.Log.Lines, line => line.Text.Contains(number, StringComparison.Ordinal));
        }
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
            bot: «+39 333 123 4567 890»
            """);
        Assert.Contains(Kept(own), place => place.Text.Contains("4111 1111 1111 1112", StringComparison.Ordinal));
    }

    /// <summary>Every file of the data folder as it lies there, and every sealed thing of the database opened.</summary>
    private static IEnumerable<(string Place, string Text)> Kept(ShopHost host)
    {
        foreach (var file in Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "host.lock"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (file, Encoding.Latin1.GetString(bytes.ToArray()));
            yield return (file, Encoding.Unicode.GetString(bytes.ToArray()));
        }

        var sealer = host.Get<Sealer>();
        using var session = host.Get<Database>().OpenSession();
        foreach (var (table, column) in new[] { ("inbox", "body"), ("outbox", "request"), ("state", "sealed"), ("draft", "sealed"), ("cart", "sealed"), ("shop_order", "sealed"), ("timer", "body") })
        {
            var query = session[$"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"];
            var opened = new List<string>();
            while (query.Step())
                opened.Add(Encoding.UTF8.GetString(sealer.Open(query.Blob(0))));
            query.Reset();
            foreach (var text in opened)
                yield return (table, text);
        }
    }
}
