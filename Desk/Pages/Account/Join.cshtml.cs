using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Where an invitation leads: name, e-mail and a password; then the link is used up.</summary>
internal sealed class JoinModel(Invitations invitations, UserManager<DeskUser> users, DeskSignIn signIn, SignInAttempts attempts) : DeskPage
{
    private const int LongestName = 80;

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Invitation? Invitation { get; private set; }

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Heading = T["join"];
        return await ShowAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Heading = T["join"];
        if (!attempts.TryCount(HttpContext.Connection.RemoteIpAddress))
            return await ShowAsync("sign-in.too-many", cancellationToken);
        if (await invitations.FindAsync(Secret, cancellationToken) is not { } invitation)
            return await ShowAsync(null, cancellationToken);
        var (name, email) = ((Name ?? "").Trim(), (Email ?? "").Trim());
        if (name.Length is 0 or > LongestName)
            return await ShowAsync("join.name.wrong", cancellationToken);
        if (email.Length > 254 || !System.Net.Mail.MailAddress.TryCreate(email, out var address) || address.Address != email)
            return await ShowAsync("join.email.wrong", cancellationToken);
        var user = new DeskUser
        {
            Id = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)), Email = email, Name = name,
            Role = invitation.Role, Created = Now,
            SecurityStamp = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32),
        };
        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, user, Password)).Succeeded)
                return await ShowAsync("join.password.wrong", cancellationToken);
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, Password!);
        switch (await invitations.JoinAsync(Secret, user, cancellationToken))
        {
            case JoinResult.Joined:
                await signIn.SignInAsync(user, isPersistent: false, "pwd");
                return Redirect("/desk/account");
            case JoinResult.EmailIsTaken:
                return await ShowAsync("join.email.taken", cancellationToken);
            default:
                return await ShowAsync(null, cancellationToken);
        }
    }

    private async Task<IActionResult> ShowAsync(string? trouble, CancellationToken cancellationToken)
    {
        Trouble = trouble is null ? null : T[trouble];
        Invitation = await invitations.FindAsync(Secret, cancellationToken);
        if (Invitation is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
