using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Who may enter, as what, and what they did. What is changed here counts from the next request of who it is about.</summary>
internal sealed class PeopleModel(IDeskUsers users, Invitations invitations, IAudit audit) : DeskPage
{
    private const int LastLines = 100;

    public override string Section => "people";

    [BindProperty]
    public string? Id { get; set; }

    [BindProperty]
    public DeskRole Role { get; set; }

    [BindProperty]
    public bool Disabled { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    public IReadOnlyList<DeskUser> All { get; private set; } = [];

    public IReadOnlyList<AuditLine> Audit { get; private set; } = [];

    /// <summary>Of an invitation that was just made: shown once.</summary>
    public string? Link { get; private set; }

    public string? Trouble { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        if (Whom is not { Length: > 0 and <= 80 } || !Enum.IsDefined(Role))
            return await ShowAsync("people.invite.wrong", cancellationToken);
        var path = await invitations.CreateAsync(Role, Whom.Trim(), UserId, cancellationToken);
        Link = $"{Request.Scheme}://{Request.Host}{path}";
        return await ShowAsync(null, cancellationToken);
    }

    public Task<IActionResult> OnPostRoleAsync(CancellationToken cancellationToken) => Enum.IsDefined(Role)
        ? ChangeAsync(person => person.Role = Role, $"role: {Role}", cancellationToken)
        : ShowAsync("people.gone", cancellationToken);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) =>
        ChangeAsync(person => person.IsDisabled = Disabled, Disabled ? "disabled" : "enabled", cancellationToken);

    /// <summary>Nobody changes themselves, so that an owner is always left; a new stamp ends the person's sessions.</summary>
    private async Task<IActionResult> ChangeAsync(Action<DeskUser> change, string what, CancellationToken cancellationToken)
    {
        if (Id == UserId || await users.FindAsync(Id ?? "", cancellationToken) is not { } person)
            return await ShowAsync("people.gone", cancellationToken);
        change(person);
        person.SecurityStamp = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32);
        if (!await users.TrySaveAsync(person, cancellationToken))
            return await ShowAsync("people.changed", cancellationToken);
        await users.AuditAsync(UserId, "desk.person-changed", $"{person.Name}: {what}", cancellationToken);
        Say(T.Get("people.done", ("name", person.Name)));
        return Redirect("/desk/people");
    }

    private async Task<IActionResult> ShowAsync(string? trouble, CancellationToken cancellationToken)
    {
        Trouble = trouble is null ? null : T[trouble];
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Heading = T["people"];
        All = await users.AllAsync(cancellationToken);
        Audit = await audit.LastAsync(LastLines, cancellationToken);
    }
}
