using CommerceBot.Catalog;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Answers;

/// <summary>
/// The merchant's own answers, a file for each language: read when first asked for, and again when a file has changed. Asked for
/// each sentence, so the files are looked at every few seconds at most, and at once when the desk changed one.
/// </summary>
public sealed class MerchantAnswers(AnswerFiles files, TimeProvider time, ILogger<MerchantAnswers> log)
{
    /// <summary>So much of an example's words, and of the sentence's, must be the other's for it to be the same question.</summary>
    private const double Alike = 0.6;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Dictionary<string, IReadOnlyList<Answer>> _byLanguage = [];
    private string _stamp = "";
    private int _version;
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;

    /// <summary>Where the files of answers are looked for.</summary>
    public static string DefaultFolder() => Directory.Exists("Answers") ? "Answers" : Path.Combine(AppContext.BaseDirectory, "Answers");

    /// <summary>Every answer in a language, in the order of its file.</summary>
    public IReadOnlyList<MerchantAnswer> All(Language language) => [.. Of(language).Select(answer => answer.Value)];

    /// <summary>The answer to an intent; null when the merchant wrote none in this language.</summary>
    public MerchantAnswer? Find(Intent intent, Language language) =>
        Of(language).FirstOrDefault(answer => answer.Value.Intents.Contains(intent))?.Value;

    /// <summary>The answer whose examples ask what a sentence asks; null when none does.</summary>
    public MerchantAnswer? FindByExample(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var asked = TextNormalizer.Words(text).ToHashSet();
        var best = Of(language)
            .SelectMany(answer => answer.Examples, (answer, example) => (answer, Likeness: Likeness(asked, example)))
            .DefaultIfEmpty()
            .MaxBy(pair => pair.Likeness);
        return best.Likeness >= Alike ? best.answer!.Value : null;
    }

    /// <summary>Reads every file as the running shop would: for the command that checks them.</summary>
    public static IReadOnlyList<AnswerProblem> Check(AnswerFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return
        [
            .. files.InUse().SelectMany(file =>
            {
                var text = File.ReadAllText(file.FullName);
                return AnswerFile.Read(file.Name, text).Problems.Concat(OdrPlatform.Find(file.Name, text));
            }),
        ];
    }

    private static double Likeness(HashSet<string> asked, HashSet<string> example)
    {
        if (asked.Count == 0 || example.Count == 0)
            return 0;
        var both = asked.Count(example.Contains);
        return (double)both / (asked.Count + example.Count - both);
    }

    private IReadOnlyList<Answer> Of(Language language)
    {
        lock (_lock)
        {
            if (time.GetUtcNow() >= _nextLook || files.Version != _version)
            {
                _version = files.Version;
                _nextLook = time.GetUtcNow() + LookEvery;
                Refresh();
            }

            return _byLanguage.GetValueOrDefault(language.Code) ?? [];
        }
    }

    private void Refresh()
    {
        var found = files.InUse();
        var stamp = string.Join('|', found.Select(file => $"{file.FullName}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));
        if (stamp == _stamp)
            return;
        _stamp = stamp;
        var byLanguage = new Dictionary<string, IReadOnlyList<Answer>>();
        foreach (var file in found)
        {
            var (answers, problems) = AnswerFile.Read(file.Name, File.ReadAllText(file.FullName));
            byLanguage[Path.GetFileNameWithoutExtension(file.Name)] = [.. answers.Select(answer => new Answer(answer))];
            foreach (var problem in problems)
                log.AnswerLeftOut(problem.File, problem.Line, problem.Problem);
        }

        _byLanguage = byLanguage;
    }

    private sealed class Answer(MerchantAnswer value)
    {
        public MerchantAnswer Value => value;

        public IReadOnlyList<HashSet<string>> Examples { get; } =
        [.. value.Examples.Select(example => TextNormalizer.Words(example).ToHashSet())];
    }
}
