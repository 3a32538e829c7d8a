using CommerceBot.Desk.Access;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

internal sealed class SignOutModel(DeskSignIn signIn) : DeskPage
{
    public IActionResult OnGet() => Redirect("/desk");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Redirect("/desk/sign-in");
    }
}
