using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What the law asks of a shop, as a shopper meets it.</summary>
public sealed class ShopDutiesFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Theory]
    [InlineData("it_IT", "assistente automatico", "pesto")]
    [InlineData("it_IT", "assistente automatico", "ciao")]
    [InlineData("it_IT", "assistente automatico", "dov'è il mio ordine?")]
    [InlineData("it_IT", "assistente automatico", "ciao 4242 4242 4242 4242")]
    [InlineData("it_IT", "assistente automatico", "👍")]
    [InlineData("en_GB", "automated assistant", "coffee")]
    [InlineData("en_GB", "automated assistant", "hello")]
    [InlineData("en_GB", "automated assistant", "hello 4242 4242 4242 4242")]
    public async Task Whoever_writes_first_is_told_that_a_machine_answers(string locale, string words, string said)
    {
        var chat = await Chat.OpenAsync(shop.Now, $"new{locale}{said.Length}{(int)said[0]}", "Nina Neri", locale);
        var replies = await chat.SayAsync(said);
        Assert.Contains(words, replies[0].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it_IT", "assistente automatico", "Menu")]
    [InlineData("en_GB", "automated assistant", "Menu")]
    public async Task Whoever_taps_first_is_told_so_too(string locale, string words, string item)
    {
        var chat = await Chat.OpenAsync(shop.Now, "tap" + locale, "Nina Neri", locale);
        await chat.SendAsync("postback", new { title = item, payload = "shop1/menu" });
        Assert.Contains(words, (await chat.HearAsync())[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public Task Before_the_button_stand_seller_withdrawal_guarantee_features_and_total() => shop.PlayAsync(
        Shopping.Chooses("rita", "Pesto").TrimEnd() + "\n" + """
        rita chooses: Indietro
        rita says: Corriere standard
        bot: Vende: Bottega Aurora di Aurora Esempio, Via dell'Esempio 1 * Consegna entro 30 giorni * per recedere * /withdraw?lang=it * Garanzia legale * /guarantee?lang=it * Il tuo ordine * 1 × Pesto
        bot: Totale: * obbligo di pagare
        bot offers: Ordina e paga
        """);

    [Fact]
    public async Task The_confirmation_holds_what_stood_before_the_button()
    {
        await shop.PlayAsync(Shopping.Orders("sara", "Pesto") + "pays: success\nbot: RECEIPT");
        var mail = (await new TestMailbox(shop.Now).OfAsync("sara@example.com"))[0];
        foreach (var told in new[]
        {
            "Bottega Aurora di Aurora Esempio", "Via dell'Esempio 1", "IT00000000000", "+390212345678", "/withdraw?lang=it",
            "/guarantee?lang=it", "Modulo di recesso", "entro 30 giorni dall'ordine",
        })
            Assert.Contains(told, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it", "La tua garanzia legale", "due anni", "Non ne riproduce la grafica")]
    [InlineData("en", "Your legal guarantee", "two years", "no copy of its design")]
    public async Task The_page_about_the_legal_guarantee_says_what_it_is_and_what_it_is_not(
        string language, string title, string years, string honest)
    {
        var page = await shop.Now.Http.GetStringAsync(new Uri($"/guarantee?lang={language}", UriKind.Relative));
        foreach (var told in new[] { title, years, honest, $"<html lang=\"{language}\">" })
            Assert.Contains(told, page, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_price_cut_names_the_lowest_price_of_the_thirty_days_before() => shop.PlayAsync("""
        tina says: sciroppo di limoni
        bot later: 8,30 € invece di 9,80 € (minimo dei 30 giorni prima)
        """);
}
