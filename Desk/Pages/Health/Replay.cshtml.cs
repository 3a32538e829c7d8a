using CommerceBot.Desk.Health;
using CommerceBot.Desk.Identity;
using CommerceBot.Runtime;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Tries a dead letter once more. One about money is refused here, whoever asks.</summary>
internal sealed class ReplayModel(IDeadLetters letters, IDeskUsers audit) : DeskPage
{
    [BindProperty]
    public string? Id { get; set; }

    public IActionResult OnGet() => Redirect("/desk/health");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (letters.List(int.MaxValue).FirstOrDefault(one => one.Id == Id) is not { } letter || Advice.IsMoney(letter))
        {
            Say(T["health.replay.gone"], isTrouble: true);
            return Redirect("/desk/health");
        }

        letters.Replay(letter);
        await audit.AuditAsync(UserId, "dead-letter.replayed", $"{letter.Id} {letter.What}", cancellationToken);
        Say(T["health.replay.done"]);
        return Redirect("/desk/health");
    }
}
