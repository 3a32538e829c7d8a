using System.Security.Cryptography;
using System.Text;
using CommerceBot.Recognition.Answers;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>A page about the shop's own answers in one language.</summary>
internal abstract class AnswersPageModel(AnswerFiles files) : DeskPage
{
    public override string Section => "answers";

    /// <summary>Whose answers these are: two letters.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    protected AnswerFiles Files => files;

    public string LanguageName => DeskTexts.Find(Language)!["language.name"];

    /// <summary>A language that the shop does not speak is taken for the reader's own.</summary>
    protected void ChooseLanguage() => Language = DeskTexts.Find(Language)?.Language ?? T.Language;

    protected string List => $"/desk/answers?language={Language}";

    /// <summary>What is wrong, in the reader's words.</summary>
    public string Sentence(AnswerProblem problem) => T.Get(
        $"answers.fault.{problem.Fault}", ("value", problem.Value), ("most", AnswerFile.LongestText));

    /// <summary>Tells two states of a file apart.</summary>
    protected static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
