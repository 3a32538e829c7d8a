using CommerceBot.Desk.Access;
using CommerceBot.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CommerceBot.Tests.Browser;

/// <summary>Every screen of the desk in a browser: nothing is cut off, nobody is kept out, all is reached by keyboard.</summary>
public sealed class DeskScreenTests
{
    /// <summary>Parts that hold more than they show.</summary>
    private const string CutOff = """
        () => [...document.querySelectorAll('main *')].filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
            && getComputedStyle(one).overflowX !== 'visible' && !one.closest('.hidden') && getComputedStyle(one).display !== 'inline')
          .map(one => `${one.tagName} ${one.className}: ${one.innerText.slice(0, 60)}`)
        """;

    /// <summary>What Tab can reach: of radio buttons with one name, one.</summary>
    private const string Reachable = """
        () => {
          const groups = new Set();
          return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(one => {
            if (one.disabled || one.type === 'hidden' || one.tabIndex < 0) return false;
            if (!one.checkVisibility({ visibilityProperty: true })) return false;
            if (one.type !== 'radio') return true;
            if (groups.has(one.name)) return false;
            groups.add(one.name);
            return true;
          }).length;
        }
        """;

    private const string Meet = """
        () => {
          const at = document.activeElement;
          if (at.matches('a, button, input, select, textarea, summary')) met.add(at);
          return met.size;
        }
        """;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    [LongTheory(Needs = "chromium", Timeout = 600_000)]
    [InlineData("it-IT", 390, ColorScheme.Light)]
    [InlineData("en-GB", 390, ColorScheme.Dark)]
    [InlineData("en-GB", 1280, ColorScheme.Light)]
    [InlineData("it-IT", 1280, ColorScheme.Dark)]
    public async Task Every_screen_fits_can_be_read_by_everybody_and_is_reached_by_keyboard(string locale, int width, ColorScheme colours)
    {
        await using var shop = await DeskShop.OpenAsync();
        await using var chromium = await Chromium.LaunchAsync(TestContext.Current.CancellationToken);
        var screen = width == Phone.Width ? null : new ViewportSize { Width = width, Height = 860 };
        var desk = await shop.EnterAsync(chromium, DeskRole.Owner, "/desk", locale, screen, colours);
        await shop.ChatsAsync();
        var guest = await chromium.OpenAsync(shop.Address, shop.Log, "/desk/sign-in", locale, screen, colours);
        var wrong = new List<string>();
        foreach (var (name, path) in ScreensOf(shop))
            wrong.AddRange(await LookAsync(desk, name, path, $"{name}-{locale[..2]}-{width}-{colours}.png"));
        foreach (var (name, path) in new[] { ("sign-in", "/desk/sign-in"), ("join", shop.Invitation) })
            wrong.AddRange(await LookAsync(guest, name, path, $"{name}-{locale[..2]}-{width}-{colours}.png"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<(string Name, string Path)> ScreensOf(DeskShop shop) =>
    [
        ("today", "/desk"),
        ("orders", "/desk/orders"),
        ("orders-all", "/desk/orders?tab=All"),
        ("orders-none", "/desk/orders?q=nobody"),
        ("order", $"/desk/orders/{shop.Paid.Number}"),
        ("order-shipped", $"/desk/orders/{shop.Shipped.Number}"),
        ("ship", $"/desk/orders/{shop.Paid.Number}/ship"),
        ("contact", $"/desk/orders/{shop.Paid.Number}/contact"),
        ("invoice", $"/desk/orders/{shop.Paid.Number}/invoice"),
        ("invoice-made", $"/desk/orders/{shop.Shipped.Number}/invoice"),
        ("refund", $"/desk/orders/{shop.Paid.Number}/refund"),
        ("cancel", $"/desk/orders/{shop.Paid.Number}/cancel"),
        ("tracking", $"/desk/orders/{shop.Shipped.Number}/tracking"),
        ("ship-many", $"/desk/orders/ship?n={shop.Paid.Number}"),
        ("slips", $"/desk/print/slips?n={shop.Paid.Number}"),
        ("pick-list", $"/desk/print/pick-list?n={shop.Paid.Number}"),
        ("chats", "/desk/chats"),
        ("chat-waiting", shop.Waiting),
        ("chat-canned", $"{shop.Waiting}?canned=0"),
        ("chat-answered", shop.Answered),
        ("chat-product", $"{shop.Waiting}/product?q=pesto"),
        ("products", "/desk/products"),
        ("products-low", "/desk/products?view=Low"),
        ("product", "/desk/products/edit?sku=pesto"),
        ("product-safety", "/desk/products/safety?sku=pesto"),
        ("answers", "/desk/answers"),
        ("answer", "/desk/answers/edit?language=it&title=Spedizioni"),
        ("answer-teach", "/desk/answers/teach?utterance=1"),
        ("health", "/desk/health"),
        ("people", "/desk/people"),
        ("exports", "/desk/exports"),
        ("settings", "/desk/settings"),
        ("account", "/desk/account"),
    ];

    private static async Task<IReadOnlyList<string>> LookAsync(Phone phone, string name, string path, string picture)
    {
        var answer = await phone.Page.GotoAsync(path);
        var wrong = new List<string>();
        if (answer?.Status != 200)
            wrong.Add($"{name}: {answer?.Status}");
        await Screenshots.TakeWholeAsync(phone.Page, picture);
        wrong.AddRange((await phone.ComplaintsAsync()).Select(complaint => $"{name}: {complaint}"));
        wrong.AddRange((await phone.Page.EvaluateAsync<string[]>(CutOff)).Select(cut => $"{name} is cut off: {cut}"));
        var options = new Deque.AxeCore.Commons.AxeRunOptions
        {
            RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "tag", Values = [.. Rules] },
        };
        var found = await phone.Page.RunAxe(options);
        Assert.True(found.Passes.Length > 10, $"{name}: axe looked at {found.Passes.Length} rules only.");
        wrong.AddRange(found.Violations.SelectMany(rule =>
            rule.Nodes.Select(node => $"{name}: {rule.Id} {node.Html} {string.Join(' ', node.Any.Select(why => why.Message))}")));
        if (await UnreachedAsync(phone.Page) is var unreached and not 0)
            wrong.Add($"{name}: {unreached} are not reached by Tab");
        return wrong;
    }

    /// <summary>How many links, buttons and fields a walk by Tab over the whole page does not meet.</summary>
    private static async Task<int> UnreachedAsync(IPage page)
    {
        var wanted = await page.EvaluateAsync<int>(Reachable);
        await page.EvaluateAsync("() => { document.activeElement?.blur(); window.met = new Set(); }");
        for (var step = 0; step < 2 * wanted + 20; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<int>(Meet) >= wanted)
                return 0;
        }

        return wanted - await page.EvaluateAsync<int>("() => met.size");
    }
}
