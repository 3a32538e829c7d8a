using System.Security.Claims;
using CommerceBot.Catalog;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Desk.Pages;

/// <summary>What every page of the desk can say and knows of who reads it.</summary>
internal abstract class DeskPage : PageModel
{
    private DeskTexts? _texts;

    /// <summary>Its words, in the reader's language.</summary>
    public DeskTexts T => _texts ??= DeskLanguage.Of(HttpContext);

    public ShopSettings Shop => Service<ShopSettings>();

    public DateTimeOffset Now => Service<TimeProvider>().GetUtcNow();

    /// <summary>Which entry of the menu is this page's.</summary>
    public virtual string Section => "";

    /// <summary>The page's heading, also in the browser's title.</summary>
    public string Heading { get; set; } = "";

    public string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    public string PersonName => User.FindFirstValue(DeskClaims.PersonName) ?? "";

    public bool MayAct => User.Is(DeskRole.Staff);

    public bool IsOwner => User.Is(DeskRole.Owner);

    /// <summary>What the page before says of what was done; null for nothing.</summary>
    [TempData]
    public string? Said { get; set; }

    [TempData]
    public bool SaidTrouble { get; set; }

    /// <summary>Of the form on this page.</summary>
    [BindProperty]
    public string? Ticket { get; set; }

    public static string NewTicket() => CommerceBot.Desk.Orders.Ticket.New().Value;

    public string Asset(string name) => Service<DeskAssets>().PathOf(name);

    public string Price(Money money) => T.Money(money);

    /// <summary>Day and time by the shop's clock.</summary>
    public string At(DateTimeOffset at) => InShop(at).ToString(T["format.time"], T.Culture);

    public string Day(DateTimeOffset at) => InShop(at).ToString(T["format.day"], T.Culture);

    public DateTimeOffset InShop(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Shop.TimeZone);

    /// <summary>A picture on this machine is asked of whatever name the desk was opened by; others stay where they are.</summary>
    public static string? Picture(Uri? image) => image switch
    {
        null => null,
        { IsLoopback: true } => image.PathAndQuery,
        { Scheme: "https" } => image.AbsoluteUri,
        _ => null,
    };

    protected T1 Service<T1>()
        where T1 : notnull => HttpContext.RequestServices.GetRequiredService<T1>();

    protected void Say(string text, bool isTrouble = false) => (Said, SaidTrouble) = (text, isTrouble);
}
