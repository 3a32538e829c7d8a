using CommerceBot.Tests.BotFramework.Listing;
using Microsoft.Playwright;

namespace CommerceBot.Tests.Browser;

/// <summary>
/// Pictures for the README, taken only when COMMERCEBOT_SCREENSHOTS=1 asks for them, so that a test leaves the sources
/// alone; with a folder in its place, pictures of every screen of the desk in that folder.
/// </summary>
internal static class Screenshots
{
    private static bool AreWanted => Environment.GetEnvironmentVariable("COMMERCEBOT_SCREENSHOTS") == "1";

    public static async Task TakeAsync(IPage page, string name)
    {
        if (!AreWanted)
            return;
        await TakeAsync(page, Path.Combine(Repository.Root, "docs", name), isWhole: false);
    }

    /// <summary>The whole page, however long.</summary>
    public static Task TakeWholeAsync(IPage page, string name) =>
        Environment.GetEnvironmentVariable("COMMERCEBOT_SCREENSHOTS") is { Length: > 1 } folder
            ? TakeAsync(page, Path.Combine(folder, name), isWhole: true)
            : Task.CompletedTask;

    private static async Task TakeAsync(IPage page, string path, bool isWhole)
    {
        await page.EvaluateAsync("document.activeElement?.blur()");
        // Pictures beyond the edge are loaded when they are scrolled into view, and need not be there.
        await page.EvaluateAsync("""
            () => Promise.all([...document.images]
              .filter(picture => picture.getBoundingClientRect().left <= innerWidth && picture.getBoundingClientRect().bottom >= 0)
              .map(picture => {
                picture.loading = 'eager';
                return picture.complete || new Promise(done => { picture.onload = picture.onerror = done; });
              }))
            """);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = isWhole });
    }
}
