using System.Text.RegularExpressions;
using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CommerceBot.Tests.Browser;

/// <summary>A shopper who writes as to a person, and taps nothing but what pays.</summary>
public sealed class TypingTests
{
    /// <summary>What is written, and what the shop's answer holds.</summary>
    private static readonly (string Says, string Hears)[] InItalian =
    [
        ("ciao! cerco un plaid caldo x mia nipote", "Plaid in lana merino"),
        ("si può lavare in lavatrice?", "a mano in acqua fredda"),
        ("e quanto è grande?", "130 x 180 cm"),
        ("va bene, la compro", "A quale e-mail"),
        ("anna@example.com", "Nome e cognome"),
        ("ma quanto costa la spedizione?", "Consegniamo così"),
        ("Anna Rossi", "In quale paese"),
        ("italia", "Qual è il CAP"),
        ("50122", "In quale città"),
        ("firenze", "Via e numero civico"),
        ("via Roma 1", "numero di telefono"),
        ("333 123 4567", "Come vuoi riceverlo"),
        ("corriere standard", "via Roma 1, 50122 Firenze"),
        ("ho sbagliato l'indirizzo", "Cosa vuoi cambiare"),
        ("indirizzo", "In quale paese"),
        ("italia", "Qual è il CAP"),
        ("50122", "In quale città"),
        ("firenze", "Via e numero civico"),
        ("via Torino 12", "via Torino 12, 50122 Firenze"),
        ("ordina e paga", "Paga sulla pagina sicura di Stripe"),
    ];

    private static readonly (string Says, string Hears)[] InEnglish =
    [
        ("hiya, i'm looking for a warm blanket for my niece", "Merino wool blanket"),
        ("can it go in the washing machine?", "Merino wool blanket"),
        ("and how big is it", "130 x 180 cm"),
        ("lovely, i'll buy it", "Which e-mail"),
        ("nora@example.com", "First and last name"),
        ("how long does delivery take?", "This is how we deliver"),
        ("Nora Walsh", "Which country"),
        ("ireland", "the postcode"),
        ("D02 X285", "Which town"),
        ("Dublin", "Street and house number"),
        ("1 Main Street", "your phone number"),
        ("085 012 3456", "like it delivered"),
        ("Europa", "1 Main Street"),
        ("the address is wrong", "What would you like to change"),
        ("address", "Which country"),
        ("ireland", "the postcode"),
        ("D02 X285", "Which town"),
        ("Dublin", "Street and house number"),
        ("2 Castle Street", "2 Castle Street"),
        ("order and pay", "Pay on Stripe's secure page"),
    ];

    [LongFact(Needs = "chromium", Timeout = 240_000)]
    public Task A_shopper_who_writes_finds_asks_corrects_and_buys() => BuyAsync("it_IT", "it-IT", "Anna%20Rossi", InItalian, "Paga");

    [LongFact(Needs = "chromium", Timeout = 240_000)]
    public Task A_shopper_who_writes_in_English_finds_asks_corrects_and_buys() =>
        BuyAsync("en_IE", "en-IE", "Nora%20Walsh", InEnglish, "Pay");

    private static async Task BuyAsync(string locale, string browser, string name, (string Says, string Hears)[] lines, string pay)
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var phone = await chromium.OpenAsync(shop, $"/chat?user=typing&name={name}&locale={locale}", browser);
        await phone.GetStartedAsync();
        foreach (var (says, hears) in lines)
            await TypeAsync(phone, says, hears);

        await phone.Log.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{pay}, ") }).Last.ClickAsync();
        await phone.CheckoutPage.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{pay} ") }).WaitForAsync();
        await phone.CheckoutPage.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("titolare|holder", RegexOptions.IgnoreCase) })
            .FillAsync("Anna Rossi");
        await phone.CheckoutPage.GetByText(new Regex("^(Carte di prova|Test cards)$")).ClickAsync();
        await phone.CheckoutPage.GetByRole(AriaRole.Button, new() { Name = "4242 4242 4242 4242" }).ClickAsync();
        await phone.CheckoutPage.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{pay} ") }).ClickAsync();
        await phone.CheckoutPage.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(phone.Receipt).ToContainTextAsync("Visa •••• 4242");
    }

    /// <summary>Letter by letter, as a thumb does; the answer must be a new one.</summary>
    private static async Task TypeAsync(Phone phone, string says, string hears)
    {
        var answers = phone.Log.Locator("article.page").Filter(new() { HasText = hears });
        var before = await answers.CountAsync();
        await phone.Composer.PressSequentiallyAsync(says);
        await phone.Composer.PressAsync("Enter");
        await Expect(answers.Nth(before)).ToBeAttachedAsync();
        await phone.LookAsync();
    }
}
