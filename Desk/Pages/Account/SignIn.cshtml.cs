using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Desk.Pages;

/// <summary>E-mail and password, or a passkey; also for who is signed in and must show once more who they are.</summary>
internal sealed class SignInModel(
    DeskSignIn signIn, UserManager<DeskUser> users, SignInAttempts attempts, IDeskUsers audit, DeskOptions options,
    ILogger<SignInModel> log) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>Whether somebody who is signed in is asked once more.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Whether the identity provider brought somebody whom the desk does not let in.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Refused { get; set; }

    public string? Trouble { get; private set; }

    public string? ProviderName => options.Provider?.Name;

    /// <summary>Where signing in by the identity provider begins.</summary>
    public string ProviderPath =>
        $"{ProviderSignIn.Path}?again={(Again ? "true" : "false")}&return={Uri.EscapeDataString(Return ?? "/desk")}";

    public async Task OnGetAsync()
    {
        SetHeading();
        if (Refused)
            Trouble = T["sign-in.provider.refused"];
        if (Again && await SignedInAsync() is { } user)
            Email = user.Email;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        SetHeading();
        if (!attempts.TryCount(HttpContext.Connection.RemoteIpAddress))
            return TooMany();
        var user = await users.FindByNameAsync(Email ?? "");
        if (user is null)
        {
            // As long as for somebody who is there: nobody learns by the clock who has an account.
            users.PasswordHasher.HashPassword(new DeskUser { Id = "", Email = "", Name = "" }, Password ?? "");
            return Failed("unknown e-mail");
        }

        var result = await signIn.PasswordSignInAsync(user, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return RedirectToPage("/Account/Code", new { Return });
        return result.Succeeded ? await InAsync(user, "desk.signed-in") : Failed(result.IsLockedOut ? "locked out" : "wrong password");
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        SetHeading();
        if (!attempts.TryCount(HttpContext.Connection.RemoteIpAddress))
            return TooMany();
        try
        {
            var assertion = await signIn.PerformPasskeyAssertionAsync(Credential ?? "");
            if (assertion is not { Succeeded: true, User: { IsDisabled: false } user } || await users.IsLockedOutAsync(user))
                return Failed("passkey refused");
            await users.AddOrUpdatePasskeyAsync(user, assertion.Passkey);
            await signIn.SignInAsync(user, isPersistent: false, DeskSignIn.Passkey);
            return await InAsync(user, "desk.signed-in");
        }
        catch (InvalidOperationException problem) when (problem is not ObjectDisposedException)
        {
            // Identity throws where the ceremony's cookie is not there, or was used before.
            return Failed("no ceremony");
        }
    }

    private async Task<IActionResult> InAsync(DeskUser user, string action)
    {
        await audit.AuditAsync(user.Id, action, null, HttpContext.RequestAborted);
        return Url.IsLocalUrl(Return) ? LocalRedirect(Return) : Redirect("/desk");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Failed(string why)
    {
        log.SignInFailed(why);
        Trouble = T["sign-in.failed"];
        return Page();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult TooMany()
    {
        log.SignInFailed("too many tries");
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Trouble = T["sign-in.too-many"];
        return Page();
    }

    private async Task<DeskUser?> SignedInAsync() =>
        await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme) is { Succeeded: true, Principal: { } principal }
            ? await users.GetUserAsync(principal)
            : null;

    private void SetHeading() => Heading = Again ? T["sign-in.again"] : T["sign-in"];
}
