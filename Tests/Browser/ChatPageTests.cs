using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CommerceBot.Tests.Browser;

/// <summary>How the chat page looks and behaves around a conversation.</summary>
public sealed class ChatPageTests
{
    /// <summary>Opens an address as a button of the chat does.</summary>
    private const string OpenSheet = """
        address => import('/chat/web.js')
          .then(web => web.webSheet({ words: { newTab: 'n', close: 'Chiudi' } })(address, 'Paga', 'full'))
        """;

    [LongTheory(Needs = "chromium", Timeout = 120_000)]
    [InlineData(ColorScheme.Light, 0.8)]
    [InlineData(ColorScheme.Dark, 0.1)]
    public async Task Every_word_can_be_read_by_day_and_by_night(ColorScheme colours, double paper)
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var phone = await chromium.OpenAsync(shop, "/chat?user=bruno&locale=it_IT", "it-IT", colours: colours);
        await Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = phone.Words.GetStarted })).ToBeVisibleAsync();
        Assert.Empty(await Contrast.TooLowAsync(phone.Page));
        await phone.GetStartedAsync();
        await phone.SayAsync("tazza", "Ecco cosa ho trovato");
        await phone.SayAsync("parla con una persona", "ti risponde una persona");

        var background = await Contrast.PaperAsync(phone.Page);
        Assert.True(colours == ColorScheme.Dark ? background < paper : background > paper, $"The paper's lightness is {background}.");
        Assert.Empty(await Contrast.TooLowAsync(phone.Page));
    }

    [LongFact(Needs = "chromium", Timeout = 120_000)]
    public async Task The_menu_opens_over_the_chat_and_does_what_was_chosen()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var phone = await chromium.OpenAsync(shop, "/chat?user=carla&locale=it_IT", "it-IT");
        await phone.GetStartedAsync();
        var opener = phone.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).First;
        await Expect(opener).ToHaveAttributeAsync("aria-haspopup", "dialog");

        await opener.ClickAsync();
        await Expect(phone.Sheet("Menu").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(8);
        await phone.LookAsync();
        await phone.Page.Keyboard.PressAsync("Escape");
        await Expect(phone.Sheet("Menu")).ToBeHiddenAsync();
        await Expect(opener).ToBeFocusedAsync();

        await opener.ClickAsync();
        await phone.Sheet("Menu").GetByRole(AriaRole.Button, new() { Name = "Il mio carrello" }).ClickAsync();
        await phone.HearAsync("Il carrello è vuoto");
        await Expect(phone.Sheet("Menu")).ToBeHiddenAsync();
    }

    [LongFact(Needs = "chromium", Timeout = 120_000)]
    public async Task Escape_closes_the_pay_sheet_wherever_the_keyboard_is()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var phone = await chromium.OpenAsync(shop, "/chat?user=anna&locale=it_IT", "it-IT");
        await phone.GetStartedAsync();
        var checkout = shop.Address + await CheckoutPageAsync(shop);
        await phone.Page.EvaluateAsync(OpenSheet, checkout);
        var field = phone.CheckoutPage.GetByLabel("Nome del titolare");
        await field.FillAsync("Anna");
        await field.PressAsync("Escape");
        await Expect(phone.Sheet("Paga")).ToBeHiddenAsync();
    }

    [LongFact(Needs = "chromium", Timeout = 120_000)]
    public async Task At_the_first_visit_shoppers_wait_to_be_chosen()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var phone = await chromium.OpenAsync(shop, "/chat", "it-IT");
        var people = phone.Page.GetByRole(AriaRole.List, new() { Name = "Shoppers" }).GetByRole(AriaRole.Link);
        await Expect(people).ToHaveCountAsync(3);
        await phone.LookAsync();
        await people.Filter(new() { HasText = "Anna Rossi" }).ClickAsync();
        await phone.GetStartedAsync();
        await phone.Page.GotoAsync("/chat");
        await Expect(people).ToHaveCountAsync(1);
    }

    [LongFact(Needs = "chromium", Timeout = 120_000)]
    public async Task A_desktop_window_is_used_in_its_width()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var desktop = await chromium.OpenAsync(shop, "/chat?user=anna&name=Anna%20Rossi&locale=it_IT", "it-IT",
            new ViewportSize { Width = 1280, Height = 860 });
        await desktop.GetStartedAsync();
        Assert.True(await desktop.Page.Locator(".phone").EvaluateAsync<double>("phone => phone.getBoundingClientRect().width") > 900);
        var shoppers = desktop.Page.GetByRole(AriaRole.Navigation, new() { Name = "Shoppers" });
        await Expect(shoppers.GetByRole(AriaRole.Link, new() { Name = "Anna Rossi" })).ToHaveAttributeAsync("aria-current", "page");
        await desktop.Page.EvaluateAsync(OpenSheet, shop.Address + await CheckoutPageAsync(shop));
        await desktop.LookAtCheckoutPageAsync("Pagamento a Bottega Aurora");
        // Beside each other: what is bought and how it is paid.
        var (left, right) = (
            await desktop.CheckoutPage.Locator(".summary").BoundingBoxAsync(),
            await desktop.CheckoutPage.Locator(".payment").BoundingBoxAsync());
        Assert.True(left!.X + left.Width <= right!.X + 1, $"{left.X} + {left.Width} > {right.X}");
    }

    [LongFact(Needs = "chromium", Timeout = 120_000)]
    public async Task A_message_that_arrives_moves_no_button_away_under_a_finger()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var phone = await chromium.OpenAsync(shop, "/chat?user=anna&locale=it_IT", "it-IT");
        await phone.GetStartedAsync();
        await phone.SayAsync("moka", "Ecco cosa ho trovato");
        var button = phone.Log.GetByRole(AriaRole.Button, new() { NameRegex = new("^Dettagli, ") }).First;
        // The pointer gets there when the page has come to rest.
        await button.HoverAsync();
        var before = (await button.BoundingBoxAsync())!;
        await phone.Page.Mouse.DownAsync();

        using var http = Loopback.Client(new Uri(shop.Address));
        using var said = await http.PostAsync("/simulator/messenger/shoppers/anna/say",
            System.Net.Http.Json.JsonContent.Create(new { text = "carrello" }), TestContext.Current.CancellationToken);
        said.EnsureSuccessStatusCode();
        await Eventually.SeeAsync(
            async () => (await http.GetStringAsync("/simulator/messenger/shoppers/anna/transcript", TestContext.Current.CancellationToken))
                is { } all && all.Contains("Il carrello è vuoto", StringComparison.Ordinal) ? all : null,
            TimeSpan.FromSeconds(30), () => "the shop has not answered", TestContext.Current.CancellationToken);
        // What has arrived at the page is drawn within a frame, if it is.
        await phone.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))");
        Assert.Equal(before.Y, (await button.BoundingBoxAsync())!.Y);
        await Expect(phone.Log).Not.ToContainTextAsync("Il carrello è vuoto");

        await phone.Page.Mouse.UpAsync();
        await Expect(phone.Log).ToContainTextAsync("Il carrello è vuoto");
        await phone.HearAsync("Moka");
    }

    /// <summary>A payment page that nobody came to by the chat.</summary>
    private static async Task<string> CheckoutPageAsync(LiveShop shop)
    {
        using var http = Loopback.Client(new Uri(shop.Address));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["mode"] = "payment", ["success_url"] = "http://shop.example/ok", ["locale"] = "it", ["line_items[0][quantity]"] = "1",
            ["line_items[0][price_data][currency]"] = "eur", ["line_items[0][price_data][unit_amount]"] = "1000",
            ["line_items[0][price_data][product_data][name]"] = "Tazza",
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/simulator/stripe/v1/checkout/sessions") { Content = form };
        request.Headers.Authorization = new("Bearer", shop.StripeApiKey);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var json = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Uri(System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("url").GetString()!).PathAndQuery;
    }

    [LongFact(Needs = "chromium", Timeout = 120_000)]
    public async Task Two_shoppers_side_by_side_each_have_their_own_chat()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var screen = new ViewportSize { Width = 1280, Height = 860 };
        var desktop = await chromium.OpenAsync(shop, "/chat?with=anna,bruno", "it-IT", screen);
        foreach (var user in (string[])["anna", "bruno"])
            await Expect(desktop.Page.GetByTitle(user, new() { Exact = true })).ToBeVisibleAsync();

        var (anna, bruno) = (desktop.Page.FrameLocator("iframe[title=anna]"), desktop.Page.FrameLocator("iframe[title=bruno]"));
        await anna.GetByRole(AriaRole.Button, new() { Name = "Inizia", Exact = true }).ClickAsync();
        await Expect(anna.GetByRole(AriaRole.Log)).ToContainTextAsync("Ciao Anna!");
        await Expect(bruno.GetByRole(AriaRole.Button, new() { Name = "Inizia", Exact = true })).ToBeVisibleAsync();
        await Expect(bruno.GetByRole(AriaRole.Log)).ToBeEmptyAsync();
        Assert.Equal(screen.Height, await desktop.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
        await desktop.LookAsync();
    }
}
