using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Recovery codes, shown once: from then on only their hashes are known.</summary>
internal sealed class CodesModel : DeskPage
{
    public override string Section => "account";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        Heading = T["codes"];
        Codes = TempData["codes"] as string[] ?? [];
        return Codes.Count == 0 ? Redirect("/desk/account") : Page();
    }
}
