using CommerceBot.Desk.Health;
using CommerceBot.Desk.Identity;
using CommerceBot.Recognition.Answers;
using CommerceBot.Recognition.Text;
using CommerceBot.Runtime.Redaction;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>One answer: its heading, the sentences that ask for it, what is said, and the buttons under it.</summary>
internal sealed class EditAnswerModel(AnswerFiles files, IUnclearQueries utterances, IDeskUsers audit) : AnswersPageModel(files)
{
    private const int MostExamples = 100;
    private const int LongestExample = 200;

    /// <summary>The heading under which the answer stands now; nothing for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Title { get; set; }

    /// <summary>Something that was not understood and is put among the examples.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Utterance { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>A sentence a line.</summary>
    [BindProperty]
    public string? Examples { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<string> Buttons { get; set; } = [];

    /// <summary>Of the file when the page was made.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public bool IsNew => string.IsNullOrEmpty(Title);

    /// <summary>What the recogniser calls the question; it stays.</summary>
    public IReadOnlyList<Recognition.Intent> Intents { get; private set; } = [];

    public IReadOnlyList<string> Troubles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Begin(out var text) is { } absent)
            return absent;
        if (Find(text) is { } answer)
            (Name, Examples, Text, Buttons) =
                (answer.Title, string.Join('\n', answer.Examples), answer.Text, [.. answer.Buttons]);
        if (Utterance is { } id && await utterances.FindAsync(id, cancellationToken) is { } said)
            Examples = string.IsNullOrEmpty(Examples) ? Line(said.Text) : $"{Examples}\n{Line(said.Text)}";
        Seen = Mark(text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Begin(out var text) is { } absent)
            return absent;
        var answer = Typed();
        var (section, problems) = AnswerEditing.Write(answer);
        Troubles = [.. problems.Select(Sentence), .. Objections(answer, text)];
        if (Troubles.Count > 0 || !Files.TryWrite(Language!, text, AnswerEditing.Replace(text, IsNew ? null : Title, section)!))
            return Again(text);
        await audit.AuditAsync(UserId, "answers.saved", $"{Language}: {answer.Title}", cancellationToken);
        return Done("answers.saved");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (Begin(out var text) is { } absent)
            return absent;
        if (IsNew)
            return NotFound();
        if (Seen != Mark(text) || !Files.TryWrite(Language!, text, AnswerEditing.Replace(text, Title, null)!))
        {
            Troubles = [T["answers.changed"]];
            return Again(text);
        }

        await audit.AuditAsync(UserId, "answers.removed", $"{Language}: {Title}", cancellationToken);
        return Done("answers.removed");
    }

    /// <summary>What is typed comes back, to be looked at and sent again.</summary>
    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again(string text)
    {
        if (Troubles.Count == 0)
            Troubles = [T["answers.changed"]];
        Seen = Mark(text);
        ModelState.Clear();
        return Page();
    }

    private NotFoundResult? Begin(out string text)
    {
        ChooseLanguage();
        text = Files.Read(Language!);
        Heading = T[IsNew ? "answers.new" : "answers.edit"];
        var answer = Find(text);
        Intents = answer?.Intents ?? [];
        return IsNew || answer is not null ? null : NotFound();
    }

    private MerchantAnswer? Find(string text) =>
        IsNew ? null : AnswerFile.Read($"{Language}.md", text).Answers.FirstOrDefault(answer => answer.Title == Title);

    private MerchantAnswer Typed() => new(
        Line(Name), Intents,
        [
            .. (Examples ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => Line(line).TrimStart('-').Trim())
                .Where(line => line.Length > 0),
        ],
        CardText.Redact(Text ?? "").ReplaceLineEndings("\n").Trim(),
        [.. AnswerFile.ButtonNames.Where(Buttons.Contains)]);

    private IEnumerable<string> Objections(MerchantAnswer answer, string text)
    {
        if (Seen != Mark(text))
            yield return T["answers.changed"];
        if (answer.Title != Title && AnswerFile.Read("", text).Answers.Any(other => other.Title == answer.Title))
            yield return T.Get("answers.taken", ("title", answer.Title));
        if (answer.Examples.Count > MostExamples || answer.Examples.Any(example => example.Length > LongestExample))
            yield return T.Get("answers.examples.wrong", ("most", MostExamples), ("longest", LongestExample));
    }

    private static string Line(string? text) =>
        CardText.Redact(TextNormalizer.Clean(text ?? "").ReplaceLineEndings(" ").Trim());

    private RedirectResult Done(string said)
    {
        Say(T[said]);
        return Redirect(List);
    }
}
