using System.Text.RegularExpressions;
using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class CheckoutBrowserTests
{
    private const string Chromium = "/usr/bin/chromium";

    [LongFact(Needs = "chromium")]
    public async Task A_shopper_is_kept_from_typing_a_real_card_then_is_declined_then_pays()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart();
        (options.Locale, options.SuccessUrl) = (
            "it", $"{environment.Address}/simulator/stripe/checkout/assets/checkout.css?session={{CHECKOUT_SESSION_ID}}");
        var session = await environment.CreateAsync(options);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"] }
        );
        var page = await browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            }
        );
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await page.GotoAsync(session.Url);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await page.GetByLabel("Nome del titolare").FillAsync("Anna Rossi");
        await page.GetByLabel("Numero della carta").PressSequentiallyAsync("5555555555554444");
        await page.GetByLabel("Scadenza").PressSequentiallyAsync("1234");
        await page.GetByLabel("Codice CVC").PressSequentiallyAsync("123");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Paga 49,80" }).ClickAsync();
        await Assertions.Expect(page.Locator("#number-error")).ToContainTextAsync("Non inserire mai una carta vera");
        await Assertions.Expect(page.GetByLabel("Numero della carta")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByLabel("Numero della carta")).ToBeFocusedAsync();
        Assert.Equal(0, posts);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "4000 0000 0000 0002" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Scadenza")).ToHaveValueAsync("12/34");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByLabel("Codice CVC").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("rifiutata");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "4242 4242 4242 4242" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Paga 49,80" }).DblClickAsync();
        // Looks again and again: a wait for the navigation misses one that was quicker than itself.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape($"/checkout.css?session={session.Id}") + "$"));
        Assert.Equal("paid", (await environment.GetAsync(session.Id)).PaymentStatus);
        Assert.Equal(2, (await environment.LedgerAsync()).GetProperty("charges").GetArrayLength());
    }

    [LongFact(Needs = "chromium")]
    public async Task The_banks_question_is_answered_by_keyboard_and_a_debit_is_settled_on_the_panel()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"] }
        );
        var page = await browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            }
        );

        var asked = await FillInAsync(environment, page);
        await page.GetByText("Carte di prova").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "4000 0025 0000 3155" }).ClickAsync();
        await page.GetByLabel("Codice CVC").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/challenge$"));
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Conferma" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("session=" + asked));
        Assert.Equal("paid", (await environment.GetAsync(asked)).PaymentStatus);

        var debit = await FillInAsync(environment, page);
        await page.GetByLabel("Addebito diretto SEPA").CheckAsync();
        await Assertions.Expect(page.GetByLabel("Numero della carta")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Paga 49,80" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("session=" + debit));
        Assert.Equal("unpaid", (await environment.GetAsync(debit)).PaymentStatus);

        await page.GotoAsync($"{environment.Address}/simulator/stripe/");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Money came {debit}" }).PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"#{debit}$"));
        Assert.Equal("paid", (await environment.GetAsync(debit)).PaymentStatus);
    }

    [LongFact(Needs = "chromium")]
    public async Task After_a_failed_3D_Secure_the_next_card_pays_at_the_first_try()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        var id = await FillInAsync(environment, page);
        await page.GetByText("Carte di prova").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "4000 0000 0000 3220" }).ClickAsync();
        await page.GetByLabel("Codice CVC").PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Rifiuta" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("identità");
        await Assertions.Expect(page.GetByLabel("Nome del titolare")).ToHaveValueAsync("Anna Rossi");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "4242 4242 4242 4242" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Paga 49,80" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("session=" + id));
        Assert.Equal("paid", (await environment.GetAsync(id)).PaymentStatus);
    }

    /// <returns>The id of a new session whose page is open, all filled in but the way to pay.</returns>
    private static async Task<string> FillInAsync(StripeTestEnvironment environment, IPage page)
    {
        var options = StripeTestEnvironment.Cart();
        (options.Locale, options.SuccessUrl) = (
            "it", $"{environment.Address}/simulator/stripe/checkout/assets/checkout.css?session={{CHECKOUT_SESSION_ID}}");
        var session = await environment.CreateAsync(options);
        await page.GotoAsync(session.Url);
        await page.GetByLabel("Nome del titolare").FillAsync("Anna Rossi");
        await page.GetByLabel("Paese o regione").SelectOptionAsync("IT");
        return session.Id;
    }
}
