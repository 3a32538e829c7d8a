using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Whatever a shopper says or sends, there is a useful answer.</summary>
public sealed class LookingAroundTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Theory]
    [InlineData("caffe", "Caffè in grani")]
    [InlineData("CAFFÈ", "Caffè in grani")]
    [InlineData("taglieri", "Tagliere in legno d'ulivo")]
    [InlineData("candela", "Candela profumata")]
    [InlineData("candele", "Candela profumata")]
    [InlineData("ombrelli rossi", "Ombrello a pois")]
    public Task Words_find_goods_without_accents_and_in_the_plural(string words, string product) => shop.PlayAsync($"""
        lena says: {words}
        bot later: Ecco cosa ho trovato per «{words}»
        bot: <{product}
        """);

    [Theory]
    [InlineData("knives", "Cook's knife")]
    [InlineData("umbrellas", "Dotted umbrella")]
    [InlineData("a candle please", "Scented candle")]
    public Task Words_find_goods_in_English(string words, string product) => shop.PlayAsync($"""
        liam enters: Liam Kelly, en_GB
        liam says: english
        liam says: {words}
        bot: Here is what I found for "*"
        bot: <{product}
        """);

    [Fact]
    public Task What_is_sold_out_is_shown_as_such_and_cannot_be_bought() => shop.PlayAsync("""
        pia says: lampada
        bot later: <Lampada in carta di riso / 48,00 € · Esaurito> [Dettagli]
        pia forges: shop1/buy/1/=paper-lamp
        bot: Lampada in carta di riso è appena andato esaurito.
        bot offers: Prodotti simili | Categorie
        pia forges: shop1/add/1/=paper-lamp
        bot: è appena andato esaurito
        pia says: orologio
        bot later: <Orologio da parete in ciliegio / 62,00 € · Ultimi 2 pezzi>
        """);

    [Fact]
    public Task Nothing_is_left_without_an_answer() => shop.PlayAsync("""
        ugo says: xyzzy qwrtp
        bot: assistente automatico
        bot: Non ho trovato niente per «xyzzy qwrtp».
        bot offers: Menu | Parla con noi
        ugo says: 🙂
        bot: *
        ugo says: 2 + 2 = ?
        bot: *
        ugo says: sì
        bot: Cosa ti va di fare?
        ugo says: ho pagato
        bot: Non ho trovato ordini da pagare.
        ugo says: annulla
        bot: Cosa ti va di fare?
        ugo says: grazie mille
        bot: Grazie a te! Posso fare altro?
        ugo says: dov'è il mio ordine
        bot: Non hai ancora ordini.
        ugo says: '; DROP TABLE product; --
        bot: *
        ugo says: {{7*7}} <script>alert(1)</script>
        bot: *
        ugo says: aiuto
        bot: Ecco come posso aiutarti
        """);

    [Fact]
    public async Task A_thumb_a_picture_and_a_very_long_text_are_answered()
    {
        var chat = await Chat.OpenAsync(shop.Now, "olga", "Olga Blu");
        Assert.NotEmpty(await chat.LikeAsync());
        await chat.SendAsync(
            "event", new
            {
                messaging = new
                {
                    message = new
                    {
                        mid = "m_picture",
                        attachments = new[] { new { type = "image", payload = new { url = "https://example.com/a.jpg" } } },
                    },
                },
            }
        );
        Assert.Contains("so leggere solo le parole", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Contains(
            "Non ho trovato niente", Assert.Single(await chat.SayAsync(string.Concat(Enumerable.Repeat("zzz qqq ", 200)))).Words,
            StringComparison.Ordinal);
    }

    [Fact]
    public Task The_language_is_changed_in_the_chat_and_stays_so() => shop.PlayAsync("""
        tom enters: Tom Brown, it_IT
        tom starts
        bot: Ciao Tom!
        tom menu: Lingua / Language
        bot: In che lingua preferisci parlare? * (Italiano) (English)
        tom chooses: English
        bot: Fine, we speak English from now on.
        bot offers: Categories | Search | Cart | My orders | Help
        tom says: pesto
        bot: Here is what I found
        bot: <Genoese pesto / €7.90 · In stock>
        tom says: italiano
        bot: Perfetto, da ora parliamo italiano.
        tom says: carrello
        bot: Il carrello è vuoto
        """);

    [Fact]
    public Task A_shopper_can_talk_to_a_person() => shop.PlayAsync("""
        vera says: voglio parlare con una persona
        bot later: ciao@bottega-aurora.example
        bot offers: Chiamaci
        vera menu: Parla con una persona
        bot: ciao@bottega-aurora.example
        """);

    [Fact]
    public async Task The_greeting_goes_without_a_name_when_the_profile_is_not_to_be_had()
    {
        await using var shy = await ShopHost.StartAsync();
        await new Trouble(shy).SetAsync(new { profile = "unavailable" });
        await new Play(shy).RunAsync("""
            zoe enters: Zoe Grey, en_US
            zoe starts
            bot: Ciao! Sono l'assistente automatico di Bottega Aurora
            bot offers: Categorie
            """);
    }
}
