using System.Text;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Text;
using CommerceBot.Recognition.Utterances;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>The sentences that the recogniser learns from: a line too many or in the wrong file is learnt too.</summary>
public sealed class UtteranceFilesTests : IDisposable
{
    private const int LongestSentence = 300;
    private const int LongestHeading = 140;

    private static readonly IReadOnlyList<UtteranceFile> Files = UtteranceFiles.In(Recognizers.Utterances);

    private readonly string _folder = Directory.CreateTempSubdirectory("utterances-").FullName;

    public void Dispose() => Folders.Delete(_folder);

    [Fact]
    public void Every_language_has_every_intent() =>
        Assert.All(Files.GroupBy(file => file.Language), language => Assert.Equal(IntentNames.All, language.Select(file => file.Intent)));

    [Fact]
    public void No_sentence_means_two_things() => Assert.Empty(Repeated(Files));

    [Fact]
    public void A_repeated_sentence_is_seen_in_one_file_and_across_files()
    {
        var yes = OfLines("en", "yes", "# Agreement", "sure", "Sure", "sure?", "ok");
        var no = OfLines("en", "no", "OK...");
        var italian = OfLines("it", "yes", "ok");
        Assert.Equal(["en 'ok': yes, no", "en 'sure': twice in yes"], Repeated([yes, no, italian]));
    }

    [Fact]
    public void No_line_is_empty_over_long_or_a_stray_heading() => Assert.Empty(Files.SelectMany(OddLines));

    [Fact]
    public void An_odd_line_is_seen()
    {
        var odd = OfLines(
            "en", "yes",
            "# " + new string('h', LongestHeading), "sure", "", " ok", "# not here", new string('y', LongestSentence + 1));
        Assert.Equal(5, OddLines(odd).Count());
    }

    [Fact]
    public void A_file_that_is_no_intent_is_named_with_those_that_are()
    {
        Write("it/saluti.txt", "ciao");
        var mistake = Assert.Throws<InvalidDataException>(() => UtteranceFiles.In(_folder));
        Assert.Contains("it/saluti.txt", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("greeting", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_language_is_a_new_folder()
    {
        Write("de/greeting.txt", "# Hallo\nhallo\n\nguten tag\n");
        Write("it/greeting.txt", "ciao");
        Assert.Equal(
            ["de: hallo, guten tag", "it: ciao"],
            UtteranceFiles.In(_folder).Select(file => $"{file.Language}: {string.Join(", ", file.Sentences)}"));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The same words in two files of a language, or the same line twice in one: there a question mark is a difference.</summary>
    private static IEnumerable<string> Repeated(IReadOnlyList<UtteranceFile> files)
    {
        var all = files
            .SelectMany(file =>
                file.Sentences.Select(text => (file.Language, file.Intent, Text: TextNormalizer.Clean(text).ToLowerInvariant())))
            .ToList();
        var across =
            from one in all
            let words = Said(one.Text)
            group one.Intent by (one.Language, Said: words.Length > 0 ? words : one.Text) into same
            where same.Distinct().Count() > 1
            select $"{same.Key.Language} '{same.Key.Said}': {string.Join(", ", same)}";
        var within =
            from one in all
            group one by one into same
            where same.Count() > 1
            select $"{same.Key.Language} '{same.Key.Text}': twice in {same.Key.Intent}";
        return across.Concat(within);
    }

    /// <summary>Words, numbers, emoji, a plus: all but punctuation. "My cart" is another sentence with a bin behind it.</summary>
    private static string Said(string clean) =>
        string.Join(
            ' ', TextTokens
                .Of(clean)
                .Items.Where(token => token.Kind != TokenKind.Sign || !".,;:!?()".Contains(token.Folded.Span[0], StringComparison.Ordinal))
                .Select(token => token.Folded.ToString()));

    private static IEnumerable<string> OddLines(UtteranceFile file)
    {
        for (var at = 0; at < file.Lines.Count; at++)
        {
            var line = file.Lines[at];
            var isHeading = line.StartsWith("# ", StringComparison.Ordinal);
            if (line.Length == 0
                || line != line.Trim()
                || line.Length > (isHeading ? LongestHeading : LongestSentence)
                || isHeading && at > 0)
                yield return $"{file.Language}/{file.Intent}.txt:{at + 1}: '{line}'";
        }
    }

    private static UtteranceFile OfLines(string language, string intent, params string[] lines) =>
        new(language, intent, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
