using CommerceBot.Desk.Health;
using CommerceBot.Desk.Identity;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Answers;
using CommerceBot.Recognition.Utterances;
using CommerceBot.Runtime.Redaction;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>What to do about a sentence that was not understood: an example of an answer, or one more way to ask for something.</summary>
internal sealed class TeachModel(
    AnswerFiles files, AddedUtterances added, IUnclearQueries utterances, IDeskUsers audit) : AnswersPageModel(files)
{
    [BindProperty(SupportsGet = true)]
    public long Utterance { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Intent { get; set; }

    public string Words { get; private set; } = "";

    private string Guess { get; set; } = "";

    public IReadOnlyList<string> Titles { get; private set; } = [];

    public string? Trouble { get; private set; }

    /// <summary>Each intent by its name and in the reader's words, by these.</summary>
    public IEnumerable<(string Name, string Words)> Meanings => IntentNames.All.Select(name => (name, Words: T[$"intent.{name}"]))
        .OrderBy(pair => pair.Words, StringComparer.Create(T.Culture, ignoreCase: true));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        (Text, Intent) = (Words, Guess);
        return Page();
    }

    /// <summary>The next start learns it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        var sentence = CardText.Redact(Text ?? "");
        if (!IntentNames.TryParse(Intent ?? "", out var intent) || !added.TryAdd(Language!, intent, sentence))
        {
            Trouble = T.Get("answers.teach.wrong", ("longest", AddedUtterances.Longest));
            return Page();
        }

        await audit.AuditAsync(UserId, "answers.taught", $"{Language}, {Intent}: {sentence}", cancellationToken);
        Say(T["answers.taught"]);
        return Redirect(List);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await utterances.FindAsync(Utterance, cancellationToken) is not { } said)
            return NotFound();
        Language = said.Language;
        ChooseLanguage();
        Heading = T["answers.teach"];
        (Words, Guess) = (said.Text, said.Guess);
        Titles = [.. AnswerFile.Read("", Files.Read(Language!)).Answers.Select(answer => answer.Title)];
        return null;
    }
}
