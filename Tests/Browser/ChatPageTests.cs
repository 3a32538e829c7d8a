using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CommerceBot.Tests.Browser;

/// <summary>How the chat page looks and behaves around a conversation.</summary>
public sealed class ChatPageTests
{
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
        await Expect(phone.Sheet("Menu").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(7);
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
    public async Task Two_shoppers_side_by_side_each_have_their_own_chat()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var screen = new ViewportSize { Width = 1280, Height = 860 };
        var desk = await chromium.OpenAsync(shop, "/chat?with=anna,bruno", "it-IT", screen);
        foreach (var user in (string[])["anna", "bruno"])
            await Expect(desk.Page.GetByTitle(user, new() { Exact = true })).ToBeVisibleAsync();

        var (anna, bruno) = (desk.Page.FrameLocator("iframe[title=anna]"), desk.Page.FrameLocator("iframe[title=bruno]"));
        await anna.GetByRole(AriaRole.Button, new() { Name = "Inizia", Exact = true }).ClickAsync();
        await Expect(anna.GetByRole(AriaRole.Log)).ToContainTextAsync("Ciao Anna!");
        await Expect(bruno.GetByRole(AriaRole.Button, new() { Name = "Inizia", Exact = true })).ToBeVisibleAsync();
        await Expect(bruno.GetByRole(AriaRole.Log)).ToBeEmptyAsync();
        await desk.LookAsync();
    }
}
