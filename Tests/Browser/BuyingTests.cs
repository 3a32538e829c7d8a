using System.Text.RegularExpressions;
using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CommerceBot.Tests.Browser;

/// <summary>A purchase through the pages that a shopper sees, from the first tap to the receipt.</summary>
public sealed class BuyingTests
{
    private const string Moka = "Moka in alluminio";

    [LongFact(Needs = "chromium", Timeout = 240_000)]
    public async Task A_shopper_with_a_phone_buys_pays_and_has_the_receipt_in_the_chat()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var phone = await chromium.OpenAsync(shop, "/chat?user=anna&name=Anna%20Rossi&locale=it_IT", "it-IT");

        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "Bottega Aurora", Level = 1 })).ToBeVisibleAsync();
        await Expect(phone.Composer).ToBeHiddenAsync();
        await phone.GetStartedAsync();
        await Expect(phone.Log.Locator("article.shopper").First).ToContainTextAsync("Inizia");
        await Expect(phone.Log.Locator("article.page").First).ToContainTextAsync("Ciao Anna!");
        await Expect(phone.Composer).ToBeVisibleAsync();
        await FindTheMokaAsync(phone);
        await AnswerTheQuestionsAsync(phone);
        await PayAsync(phone);

        await Expect(phone.Receipt).ToContainTextAsync(Moka);
        await Expect(phone.Receipt).ToContainTextAsync("Visa •••• 4242");
        await Expect(phone.Receipt).ToContainTextAsync("50122 Firenze");
        await Expect(phone.Receipt).ToContainTextAsync("di cui IVA");
        await phone.HearAsync("Pagamento ricevuto");
        await Expect(phone.QuickReplies).ToBeInViewportAsync();
        await Screenshots.TakeAsync(phone.Page, "receipt.png");
        await phone.ChooseAsync("I miei ordini", "I tuoi ordini più recenti");
        await phone.HearAsync("Pagato · 33,90");
    }

    private static async Task FindTheMokaAsync(Phone phone)
    {
        await phone.SayAsync("moka", "Ecco cosa ho trovato per «moka»");
        await Expect(phone.Button($"Compra ora, {Moka}")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(phone.Page, "chat.png");
        await phone.SayAsync("caffe", "Ecco cosa ho trovato per «caffe»");
        await Expect(phone.Log.GetByRole(AriaRole.List, new() { Name = "10 schede", Exact = true })).ToBeVisibleAsync();
        await Expect(phone.Log.GetByRole(AriaRole.Listitem, new() { Name = "1 di 10", Exact = true })).ToContainTextAsync("Disponibile");
        await phone.ChooseAsync("Altri", "(11–");
        await phone.TapAsync($"Compra ora, {Moka}", $"{Moka}: scegli formato");
        await phone.ChooseAsync("3 tazze", "A quale e-mail");
    }

    private static async Task AnswerTheQuestionsAsync(Phone phone)
    {
        await phone.ChooseAsync("anna@example.com", "Nome e cognome");
        await phone.SayAsync("Anna Rossi", "In quale paese consegniamo?");
        await phone.ChooseAsync("Italia", "Qual è il CAP?");
        await phone.SayAsync("50122", "In quale città?");
        await phone.SayAsync("Firenze", "Via e numero civico?");
        await phone.SayAsync("Via Roma 1", "Qual è il tuo numero di telefono?");
        await phone.ChooseAsync("+393331234567", "Come vuoi riceverlo?");
        await phone.ChooseAsync("Corriere standard", "obbligo di pagare");
        await phone.TapAsync("Ordina e paga, Totale: 33,90\u00a0€", "Paga sulla pagina sicura di Stripe");
    }

    /// <summary>The first card is declined, and the second is taken on the same page.</summary>
    private static async Task PayAsync(Phone phone)
    {
        await phone.Button("Paga, Totale: 33,90\u00a0€").ClickAsync();
        await Expect(phone.Sheet("Paga")).ToBeVisibleAsync();
        await phone.LookAtCheckoutPageAsync("Pagamento a Bottega Aurora");
        await Expect(phone.CheckoutPage.GetByText("MODALITÀ TEST")).ToBeVisibleAsync();
        await Screenshots.TakeAsync(phone.Page, "pay.png");

        var pay = phone.CheckoutPage.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Paga \\d") });
        await phone.CheckoutPage.GetByLabel("Nome del titolare").FillAsync("Anna Rossi");
        await phone.CheckoutPage.GetByText("Carte di prova").ClickAsync();
        await phone.CheckoutPage.GetByRole(AriaRole.Button, new() { Name = "4000 0000 0000 0002" }).ClickAsync();
        await pay.ClickAsync();
        await Expect(phone.CheckoutPage.GetByRole(AriaRole.Alert)).ToContainTextAsync("rifiutata");
        await phone.LookAtCheckoutPageAsync("Pagamento a Bottega Aurora");
        await phone.CheckoutPage.GetByRole(AriaRole.Button, new() { Name = "4242 4242 4242 4242" }).ClickAsync();
        await pay.ClickAsync();

        await phone.LookAtCheckoutPageAsync("Grazie!");
        await phone.CheckoutPage.GetByRole(AriaRole.Link, new() { Name = "Torna alla chat" }).ClickAsync();
        await Expect(phone.Sheet("Paga")).ToBeHiddenAsync();
        await Expect(phone.Button("Paga, Totale: 33,90\u00a0€")).ToBeFocusedAsync();
    }
}
