using Microsoft.Playwright;

namespace CommerceBot.Tests.Browser;

/// <summary>Walks a page as somebody does who has no mouse, and tells where the focus is, also within a framed page.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostSteps = 120;

    private const string Innermost = """
        () => {
          let at = document.activeElement;
          while (at?.contentDocument?.activeElement && at.contentDocument.activeElement !== at.contentDocument.body)
            at = at.contentDocument.activeElement;
          const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.title ?? '';
          return (name || (at === document.body ? '' : at.textContent)).trim().replace(/\s+/g, ' ');
        }
        """;

    /// <summary>The accessible name of what has the focus; empty for the page itself.</summary>
    public Task<string> FocusAsync() => page.EvaluateAsync<string>(Innermost);

    /// <summary>Presses Tab until something of that name has the focus.</summary>
    public async Task GoToAsync(Func<string, bool> wanted, string key = "Tab")
    {
        var passed = new List<string>();
        while (!wanted(await FocusAsync()))
        {
            if (passed.Count > MostSteps)
                throw new InvalidOperationException($"{key} leads nowhere. It passed: {string.Join(" | ", passed)}");
            await page.Keyboard.PressAsync(key);
            passed.Add(await FocusAsync());
        }
    }

    public Task GoToAsync(string name, string key = "Tab") => GoToAsync(focus => focus == name, key);

    public async Task PressAsync(string name, string key = "Tab")
    {
        await GoToAsync(name, key);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>What a walk by Tab meets, from where the focus is to something called <paramref name="last"/>.</summary>
    public async Task<IReadOnlyList<string>> WalkAsync(string last)
    {
        var met = new List<string>();
        await GoToAsync(focus =>
        {
            met.Add(focus);
            return focus == last;
        });
        return met;
    }
}
