using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CommerceBot.Tests.Browser;

/// <summary>The same purchase by somebody who uses nothing but the keyboard, in English, in a window on a desktop.</summary>
public sealed class KeyboardTests
{
    private const string Scoop = "Cherry wood coffee scoop";

    [LongFact(Needs = "chromium", Timeout = 240_000)]
    public async Task A_shopper_buys_with_the_keyboard_alone()
    {
        await using var shop = await LiveShop.OpenAsync(TestContext.Current.CancellationToken);
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var phone = await chromium.OpenAsync(
            shop, "/chat?user=emma&name=Emma%20Byrne&locale=en_US", "en-US", new ViewportSize { Width = 1280, Height = 860 }
        );
        var keyboard = new Keyboard(phone.Page);

        await Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = phone.Words.GetStarted })).ToBeVisibleAsync();
        await keyboard.PressAsync(phone.Words.GetStarted);
        await phone.HearAsync(phone.Words.Automated);
        await Expect(phone.Composer).ToBeFocusedAsync();
        await TypeAsync(phone, "scoop", "Here is what I found");
        await The_focus_goes_down_the_page(phone, keyboard);

        await keyboard.PressAsync($"Buy now, {Scoop}");
        await phone.HearAsync("Which e-mail");
        await keyboard.PressAsync("emma@example.com");
        await phone.HearAsync("First and last name");
        // The quick reply is gone, and who pressed it can write on.
        await Expect(phone.Composer).ToBeFocusedAsync();
        await TypeAsync(phone, "Emma Byrne", "Which country");
        await TypeAsync(phone, "Ireland", "postcode");
        await TypeAsync(phone, "D02 AF30", "Which town or city?");
        await TypeAsync(phone, "Dublin", "Street and house number?");
        await TypeAsync(phone, "1 Main Street", "What is your phone number?");
        await TypeAsync(phone, "+39 333 123 4567", "How would you like it delivered?");
        await keyboard.GoToAsync(await FirstReplyAsync(phone), "Shift+Tab");
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.HearAsync("obligation to pay");
        await keyboard.PressAsync("Order and pay, Total: €20.80", "Shift+Tab");
        await phone.HearAsync("Stripe's secure page");

        await The_sheet_keeps_the_focus_and_gives_it_back(phone, keyboard);
        await PayAsync(phone, keyboard);
        await Expect(phone.Receipt).ToContainTextAsync(Scoop);
        await phone.LookAsync();
    }

    private static async Task TypeAsync(Phone phone, string text, string answer)
    {
        await Expect(phone.Composer).ToBeFocusedAsync();
        await phone.Page.Keyboard.TypeAsync(text);
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.HearAsync(answer);
    }

    private static async Task<string> FirstReplyAsync(Phone phone) =>
        await phone.QuickReplies.GetByRole(AriaRole.Button).First.InnerTextAsync();

    /// <summary>From the conversation over the card's buttons to the quick replies, the menu and the composer, as the eye goes.</summary>
    private static async Task The_focus_goes_down_the_page(Phone phone, Keyboard keyboard)
    {
        await Expect(phone.Button($"Details, {Scoop}")).ToBeVisibleAsync();
        await Expect(phone.QuickReplies).ToBeVisibleAsync();
        await keyboard.GoToAsync(phone.Words.Conversation, "Shift+Tab");
        var met = await keyboard.WalkAsync(phone.Words.Message);
        string[] order =
        [
            phone.Words.Conversation, $"Buy now, {Scoop}", $"Details, {Scoop}",
            await FirstReplyAsync(phone), "Menu", phone.Words.Message,
        ];
        Assert.Equal(order, met.Where(order.Contains).Distinct());
        Assert.DoesNotContain("", met);
        await keyboard.GoToAsync(phone.Words.Conversation, "Shift+Tab");
    }

    /// <summary>A button says what its card is about.</summary>
    private const string PayButton = "Pay, Total: €20.80";

    private static async Task The_sheet_keeps_the_focus_and_gives_it_back(Phone phone, Keyboard keyboard)
    {
        await keyboard.PressAsync(PayButton, "Shift+Tab");
        await Expect(phone.Sheet("Pay")).ToBeVisibleAsync();
        await Expect(phone.CheckoutPage.GetByLabel("Card number")).ToBeVisibleAsync();
        await keyboard.GoToAsync("Open in a new tab");
        for (var step = 0; step < 40; step++)
        {
            await phone.Page.Keyboard.PressAsync("Tab");
            Assert.True(
                await phone.Page.EvaluateAsync<bool>(
                    "document.activeElement === document.body || document.getElementById('web').contains(document.activeElement)"));
        }

        await keyboard.GoToAsync("Close");
        await phone.Page.Keyboard.PressAsync("Escape");
        await Expect(phone.Sheet("Pay")).ToBeHiddenAsync();
        await Expect(phone.Button(PayButton)).ToBeFocusedAsync();
    }

    private static async Task PayAsync(Phone phone, Keyboard keyboard)
    {
        await phone.Page.Keyboard.PressAsync("Enter");
        await Expect(phone.CheckoutPage.GetByLabel("Card number")).ToBeVisibleAsync();
        await keyboard.GoToAsync(focus => focus.Contains("Test cards", StringComparison.Ordinal));
        await phone.Page.Keyboard.PressAsync("Enter");
        await keyboard.GoToAsync(focus => focus.Contains("4242 4242 4242 4242", StringComparison.Ordinal));
        await phone.Page.Keyboard.PressAsync("Enter");
        await Expect(phone.CheckoutPage.GetByLabel("Card number")).ToHaveValueAsync("4242 4242 4242 4242");
        await keyboard.GoToAsync("Name of the holder");
        await phone.Page.Keyboard.TypeAsync("Emma Byrne");
        await keyboard.GoToAsync("Country or region");
        await Expect(phone.CheckoutPage.GetByLabel("Country or region")).ToHaveValueAsync("US");
        await phone.Page.Keyboard.TypeAsync("Irel");
        await Expect(phone.CheckoutPage.GetByLabel("Country or region")).ToHaveValueAsync("IE");
        await keyboard.PressAsync("Pay €20.80");
        await phone.LookAtCheckoutPageAsync("Thank you!");
        await keyboard.PressAsync("Back to the chat");
        await Expect(phone.Sheet("Pay")).ToBeHiddenAsync();
        await Expect(phone.Button(PayButton)).ToBeFocusedAsync();
    }
}
