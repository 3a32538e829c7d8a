using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using CommerceBot.Recognition.Answers;
using CommerceBot.Recognition.Utterances;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>What the bot answers to questions about the shop, and the sentences that the merchant taught it.</summary>
internal sealed class AnswersModel(AnswerFiles files, AddedUtterances added, IDeskUsers audit) : AnswersPageModel(files)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Intent { get; set; }

    public IReadOnlyList<MerchantAnswer> All { get; private set; } = [];

    /// <summary>What is left out because of how it is written.</summary>
    public IReadOnlyList<AnswerProblem> Problems { get; private set; } = [];

    public bool IsEdited { get; private set; }

    public IReadOnlyList<AddedUtterance> Added { get; private set; } = [];

    public void OnGet()
    {
        ChooseLanguage();
        Heading = T["answers"];
        (All, Problems) = AnswerFile.Read($"{Language}.md", Files.Read(Language!));
        IsEdited = Files.IsEdited(Language!);
        Added = [.. added.All().Where(one => one.Language == Language)];
    }

    /// <summary>Back to the answers that came with the shop.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellationToken)
    {
        if (!User.Is(DeskRole.Staff))
            return StatusCode(StatusCodes.Status403Forbidden);
        ChooseLanguage();
        Files.Restore(Language!);
        await audit.AuditAsync(UserId, "answers.restored", Language, cancellationToken);
        Say(T["answers.restored"]);
        return Redirect(List);
    }

    /// <summary>Takes a sentence back that was added.</summary>
    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancellationToken)
    {
        if (!User.Is(DeskRole.Staff))
            return StatusCode(StatusCodes.Status403Forbidden);
        ChooseLanguage();
        var isGone = added.TryRemove(new AddedUtterance(Language!, Intent ?? "", Text ?? ""));
        if (isGone)
            await audit.AuditAsync(UserId, "answers.forgot", $"{Language}, {Intent}: {Text}", cancellationToken);
        Say(T[isGone ? "answers.forgot" : "answers.gone"], isTrouble: !isGone);
        return Redirect(List);
    }
}
