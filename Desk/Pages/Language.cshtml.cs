using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>In which language the desk speaks to this browser.</summary>
internal sealed class LanguageModel : DeskPage
{
    public IActionResult OnGet() => Redirect("/desk");

    public IActionResult OnPost(string? language, string? back)
    {
        if (DeskTexts.Find(language) is { } known)
            DeskLanguage.Choose(HttpContext, known.Language);
        return Url.IsLocalUrl(back) ? LocalRedirect(back) : Redirect("/desk");
    }
}
