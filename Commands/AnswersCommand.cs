using System.CommandLine;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Answers;
using CommerceBot.Storage;

namespace CommerceBot.Commands;

/// <summary><c>answers check</c>: reads the merchant's answers as the shop would, and names what is wrong in them.</summary>
internal static class AnswersCommand
{
    public static Command Create() => new("answers", "The shop's own answers, in the folder Answers") { Check() };

    private static Command Check()
    {
        var command = new Command("check", "Reads every file and names what is left out, with its line");
        command.SetAction(_ =>
        {
            var folder = MerchantAnswers.DefaultFolder();
            var edited = AnswerFiles.EditedIn(StorageSettings.FolderOf(Program.NewBuilder([]).Configuration));
            var problems = MerchantAnswers.Check(new AnswerFiles(folder, edited));
            foreach (var problem in problems)
                Terminal.Say($"{problem}");
            if (problems.Count == 0)
                Terminal.Say($"All answers in '{folder}' are right.");
            else
                Terminal.Say($"{problems.Count} to mend in '{folder}'.");
            return problems.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
