using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Desk.Pages;

/// <summary>The second step: a code of the authenticator app, or one of the recovery codes.</summary>
internal sealed class CodeModel(DeskSignIn signIn, SignInAttempts attempts, IDeskUsers audit, ILogger<CodeModel> log) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Heading = T["code"];
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/desk/sign-in") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Heading = T["code"];
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
            return Redirect("/desk/sign-in");
        var typed = new string([.. (Code ?? "").Where(char.IsAsciiLetterOrDigit)]);
        var isCode = typed.Length == 6 && typed.All(char.IsAsciiDigit);
        if (!attempts.TryCount(HttpContext.Connection.RemoteIpAddress))
            return Failed("too many tries", "sign-in.too-many");
        var result = isCode
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed);
        if (!result.Succeeded)
            return Failed(result.IsLockedOut ? "locked out" : "wrong code", "code.wrong");
        await audit.AuditAsync(user.Id, isCode ? "desk.signed-in" : "desk.signed-in-by-recovery-code", null, HttpContext.RequestAborted);
        return Url.IsLocalUrl(Return) ? LocalRedirect(Return) : Redirect("/desk");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Failed(string why, string text)
    {
        log.SignInFailed(why);
        Trouble = T[text];
        return Page();
    }
}
