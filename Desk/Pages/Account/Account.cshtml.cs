using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace CommerceBot.Desk.Pages;

/// <summary>A person's own keys: authenticator app, recovery codes, passkeys. Without one of them the desk stays closed.</summary>
internal sealed class AccountModel(UserManager<DeskUser> users, DeskSignIn signIn, IDeskUsers store) : DeskPage
{
    private const int CodesAtOnce = 10;
    private const int MostPasskeys = 10;

    public override string Section => "account";

    public DeskUser Person { get; private set; } = null!;

    public string? Trouble { get; private set; }

    public string Qr { get; private set; } = "";

    public string KeyInGroups => string.Join(' ', (Person.AuthenticatorKey ?? "").Chunk(4).Select(four => new string(four)));

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? PasskeyName { get; set; }

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(null);

    /// <summary>The app shows what it should: from now on it is asked for.</summary>
    public async Task<IActionResult> OnPostAppAsync()
    {
        if (await StartAsync() is { } stop)
            return stop;
        var typed = (Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (Person.TwoFactorEnabled || !await users.VerifyTwoFactorTokenAsync(Person, TokenOptions.DefaultAuthenticatorProvider, typed))
            return await ShowAsync("code.wrong");
        Person.TwoFactorEnabled = true;
        return await NewCodesAsync("desk.app-added");
    }

    public async Task<IActionResult> OnPostNewCodesAsync() =>
        await StartAsync() is { } stop ? stop
        : Person.TwoFactorEnabled ? await NewCodesAsync("desk.codes-renewed")
        : Redirect("/desk/account");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (await StartAsync() is { } stop)
            return stop;
        if (Person.Passkeys.Count >= MostPasskeys)
            return await ShowAsync("account.passkeys.enough");
        try
        {
            if (await signIn.PerformPasskeyAttestationAsync(Credential ?? "") is not { Succeeded: true } made
                || made.UserEntity.Id != Person.Id)
                return await ShowAsync("passkey.trouble");
            made.Passkey.Name = PasskeyName is { } name && name.Trim() is { Length: > 0 and <= 40 } tidy ? tidy : null;
            await users.AddOrUpdatePasskeyAsync(Person, made.Passkey);
            return await DoneAsync("desk.passkey-added", "account.passkey.added");
        }
        catch (InvalidOperationException problem) when (problem is not ObjectDisposedException)
        {
            // Identity throws where the ceremony's cookie is not there, or was used before.
            return await ShowAsync("passkey.trouble");
        }
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync()
    {
        if (await StartAsync() is { } stop)
            return stop;
        var left = Person.Passkeys.Where(one => Convert.ToHexString(one.CredentialId) != Credential).ToList();
        if (left.Count == Person.Passkeys.Count)
            return Redirect("/desk/account");
        if (left.Count == 0 && !Person.TwoFactorEnabled)
            return await ShowAsync("account.passkey.last");
        Person.Passkeys = left;
        await users.UpdateAsync(Person);
        return await DoneAsync("desk.passkey-removed", "account.passkey.removed");
    }

    private async Task<IActionResult> NewCodesAsync(string action)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(Person, CodesAtOnce);
        await store.AuditAsync(Person.Id, action, null, HttpContext.RequestAborted);
        await signIn.RenewAsync(Person, User);
        TempData["codes"] = codes!.ToArray();
        return Redirect("/desk/account/codes");
    }

    private async Task<IActionResult> DoneAsync(string action, string text)
    {
        await store.AuditAsync(Person.Id, action, null, HttpContext.RequestAborted);
        await signIn.RenewAsync(Person, User);
        Say(T[text]);
        return Redirect("/desk/account");
    }

    /// <summary>Keys are changed only by who showed just now who they are.</summary>
    private async Task<IActionResult?> StartAsync()
    {
        if (!User.IsFresh(Now))
            return Redirect("/desk/sign-in?again=true&return=/desk/account");
        return await LoadAsync();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await users.GetUserAsync(User) is not { } person)
            return Redirect("/desk/sign-in");
        // A password alone must not add a key to those that are there.
        if (person.HasSecondFactor && !User.HasClaim(DeskClaims.SecondFactor, "1"))
            return Redirect("/desk/sign-in?again=true&return=/desk/account");
        Person = person;
        Heading = person.HasSecondFactor ? T["account"] : T["account.first"];
        return null;
    }

    private async Task<IActionResult> ShowAsync(string? trouble)
    {
        if (await LoadAsync() is { } stop)
            return stop;
        Trouble = trouble is null ? null : T[trouble];
        if (Person.TwoFactorEnabled)
            return Page();
        if (Person.AuthenticatorKey is null)
        {
            Person.AuthenticatorKey = AuthenticatorCodes.Secret();
            await store.TrySaveAsync(Person, HttpContext.RequestAborted);
        }

        var issuer = Uri.EscapeDataString(Shop.Name);
        using var data = QRCodeGenerator.GenerateQrCode(
            $"otpauth://totp/{issuer}:{Uri.EscapeDataString(Person.Email)}?secret={Person.AuthenticatorKey}&issuer={issuer}",
            QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        Qr = svg.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return Page();
    }
}
