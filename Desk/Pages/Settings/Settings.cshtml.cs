using System.Security.Cryptography;
using System.Text;
using CommerceBot.Desk.Identity;
using CommerceBot.Desk.Settings;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Settings that may change while the shop runs. All that is typed counts at once, or none of it.</summary>
internal sealed class SettingsModel(CurrentShop current, IDeskUsers audit) : DeskPage
{
    public override string Section => "settings";

    [BindProperty(SupportsGet = true)]
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>Of the settings when the page was made.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public IReadOnlyList<string> Troubles { get; private set; } = [];

    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(current.Mark)).AsSpan(0, 8));

    public IReadOnlyList<RuntimeSetting> OfShop => [.. current.Settings.Where(setting => setting.Method is null)];

    public IEnumerable<IGrouping<string, RuntimeSetting>> OfDelivery =>
        current.Settings.Where(setting => setting.Method is not null).GroupBy(setting => setting.Name[..setting.Name.LastIndexOf(':')]);

    /// <summary>As it was typed, else as it is.</summary>
    public string ValueOf(RuntimeSetting setting) => Values.GetValueOrDefault(setting.Name) ?? current.Value(setting);

    /// <summary>What stands in appsettings.json, where something else counts; null where it counts itself.</summary>
    public string? FileValueOf(RuntimeSetting setting) =>
        current.FileValue(setting) is var file && file != current.Value(setting) ? file.Length == 0 ? "–" : file : null;

    public string LabelOf(RuntimeSetting setting) => T.Get($"settings.{setting.Key}", ("currency", Shop.Currency));

    /// <summary>What counts while the field is empty; null where nothing does.</summary>
    public string? UsualOf(RuntimeSetting setting) => setting.Name switch
    {
        "Shop:LowMark" => Shop.LowMark.ToString(T.Culture),
        "Email:Merchant" => Shop.SupportEmail,
        _ => null,
    };

    public void OnGet() => Heading = T["settings"];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Heading = T["settings"];
        if (Seen != Mark)
            return Again([T["settings.changed"]]);
        var (wrong, changes) = current.Set(Values);
        if (wrong.Count > 0)
            return Again([.. wrong.Select(setting => T.Get($"settings.fault.{setting.Kind}", ("field", NameOf(setting))))]);
        if (changes.Count > 0)
            await audit.AuditAsync(UserId, "settings.changed", string.Join("; ", changes), cancellationToken);
        Say(T[changes.Count > 0 ? "settings.saved" : "settings.same"]);
        return Redirect("/desk/settings");
    }

    private string NameOf(RuntimeSetting setting) =>
        setting.Method is { } method ? $"{method}: {LabelOf(setting)}" : LabelOf(setting);

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again(IReadOnlyList<string> troubles)
    {
        Troubles = troubles;
        return Page();
    }
}
