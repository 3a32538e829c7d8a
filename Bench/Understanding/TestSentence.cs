using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using CommerceBot.Recognition.Utterances;

namespace CommerceBot.Bench.Understanding;

/// <summary>A sentence that no model was trained on, and what it means. Where people could mean either, both are right.</summary>
internal sealed record TestSentence(string Text, string Language, IReadOnlyList<Intent> Wanted);

/// <summary>
/// Sentences of people who have not seen the training files: <c>FOLDER/LANGUAGE.tsv</c>, a line <c>intent TAB
/// sentence</c>, intents parted by |.
/// </summary>
internal static class TestSentences
{
    /// <summary>None when the folder or its files are not there.</summary>
    /// <exception cref="InvalidDataException">A line that is not in that form; the message names it.</exception>
    public static IReadOnlyList<TestSentence> In(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(Read)];

    /// <summary>Training sentences, to be judged by a model that has not seen them.</summary>
    public static TestSentence Of(TrainingSentence sentence) =>
        new(
            sentence.Text, sentence.Language,
            [IntentNames.TryParse(sentence.Intent, out var intent) ? intent : throw new InvalidDataException(sentence.Intent)]);

    private static IEnumerable<TestSentence> Read(string path)
    {
        var language = Path.GetFileNameWithoutExtension(path);
        return UtteranceFiles.SentencesOf(File.ReadLines(path)).Select(line => Read(line, language, path));
    }

    private static TestSentence Read(string line, string language, string path)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab <= 0)
            throw new InvalidDataException($"{Path.GetFileName(path)}: '{line}' must be an intent, a tab, and a sentence.");
        var wanted = line[..tab].Split('|', StringSplitOptions.TrimEntries).Select(name => IntentNames.TryParse(name, out var intent)
            ? intent
            : throw new InvalidDataException($"{Path.GetFileName(path)}: no intent is called '{name}'."));
        return new TestSentence(line[(tab + 1)..].Trim(), language, [.. wanted]);
    }
}
