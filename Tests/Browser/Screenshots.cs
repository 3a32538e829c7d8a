using CommerceBot.Tests.BotFramework.Listing;
using Microsoft.Playwright;

namespace CommerceBot.Tests.Browser;

/// <summary>Pictures for the README, taken only when COMMERCEBOT_SCREENSHOTS=1 asks for them, so that a test leaves the sources alone.</summary>
internal static class Screenshots
{
    private static bool AreWanted => Environment.GetEnvironmentVariable("COMMERCEBOT_SCREENSHOTS") == "1";

    public static async Task TakeAsync(IPage page, string name)
    {
        if (!AreWanted)
            return;
        await page.EvaluateAsync("document.activeElement?.blur()");
        // Pictures beyond the edge are loaded when they come into sight, and need not be there.
        await page.WaitForFunctionAsync("[...document.images].every(picture => picture.complete || picture.getBoundingClientRect().left > innerWidth || picture.getBoundingClientRect().bottom < 0)");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Root, "docs", name) });
    }
}
