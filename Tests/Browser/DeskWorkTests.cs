using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CommerceBot.Tests.Browser;

/// <summary>A merchant at work in a browser.</summary>
public sealed class DeskWorkTests
{
    private static readonly ViewportSize Desktop = new() { Width = 1280, Height = 860 };

    /// <summary>The shop's clock stands still until somebody moves it.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [LongFact(Needs = "chromium", Timeout = 240_000)]
    public async Task An_order_is_shipped_with_the_keyboard_alone()
    {
        await using var shop = await DeskShop.OpenAsync();
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var desk = await shop.EnterAsync(chromium, DeskRole.Staff, "/desk", "en-GB", Desktop);
        var keyboard = new Keyboard(desk.Page);
        await keyboard.PressAsync("Skip to content");
        await keyboard.PressAsync(shop.Paid.Number.Value);
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(shop.Paid.Number.Value);
        await keyboard.PressAsync("Ship");
        await keyboard.GoToAsync("Carrier");
        await desk.Page.Keyboard.TypeAsync("BRT");
        await keyboard.GoToAsync(focus => focus.StartsWith("Tracking number", StringComparison.Ordinal));
        await desk.Page.Keyboard.TypeAsync("0123 456");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "is shipped" })).ToBeVisibleAsync();
        await shop.Host.SettleAsync();
        Assert.Equal(OrderState.Shipped, new Merchant(shop.Host).Orders().Single(order => order.Id == shop.Paid.Id).State);
        await desk.LookAsync();
    }

    [LongFact(Needs = "chromium", Timeout = 240_000)]
    public async Task A_new_order_appears_on_an_open_page_and_is_counted_in_its_title()
    {
        await using var shop = await DeskShop.OpenAsync();
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var desk = await shop.EnterAsync(chromium, DeskRole.Viewer, "/desk/orders", "en-GB", Desktop);
        var second = await desk.Page.Context.NewPageAsync();
        await second.GotoAsync("/desk/health");
        // A link is followed without a new page; what comes behind it counts all the same.
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Today", Exact = true }).ClickAsync();
        await Expect(desk.Page).ToHaveTitleAsync("Today – Bottega Aurora");

        var order = await shop.PaidAsync("newcomer", "Pesto");
        await shop.Host.StepUntilAsync(Expect(desk.Page).ToHaveTitleAsync("(1) Today – Bottega Aurora"), Second);
        var link = desk.Page.GetByRole(AriaRole.Link, new() { Name = order.Number.Value });
        await shop.Host.StepUntilAsync(Expect(link).ToBeVisibleAsync(), Second);
        await shop.Host.StepUntilAsync(Expect(second).ToHaveTitleAsync("(1) Health – Bottega Aurora"), Second);
        await second.GetByRole(AriaRole.Link, new() { Name = "1 new order: show" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Link, new() { Name = order.Number.Value })).ToBeVisibleAsync();
        await Expect(second).ToHaveTitleAsync("Orders – Bottega Aurora");
        await desk.LookAsync();
    }

    [LongFact(Needs = "chromium", Timeout = 240_000)]
    public async Task The_chart_of_takings_is_drawn_and_both_pages_for_the_readme_hold()
    {
        await using var shop = await DeskShop.OpenAsync();
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var desk = await shop.EnterAsync(chromium, DeskRole.Staff, "/desk", "en-GB", Desktop);
        await Expect(desk.Page.GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await desk.Page.GetByRole(AriaRole.Img).EvaluateAsync<int>("picture => picture.naturalWidth") > 0);
        await Screenshots.TakeAsync(desk.Page, "desk-today.png");
        await desk.Page.GotoAsync($"/desk/orders/{shop.Paid.Number}");
        await Screenshots.TakeAsync(desk.Page, "desk-order.png");
        await desk.LookAsync();
    }
}
