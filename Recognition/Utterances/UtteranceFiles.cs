using CommerceBot.Recognition.Classification;

namespace CommerceBot.Recognition.Utterances;

/// <summary>
/// What people write, by intent: <c>LANGUAGE/INTENT.txt</c>, a sentence a line. The first line may begin with <c># </c> and say what
/// belongs there; empty lines do not count. A new language is a new folder.
/// </summary>
internal static class UtteranceFiles
{
    private const string Heading = "# ";

    /// <summary>The files in a fixed order, whatever the machine: by language, then by name.</summary>
    /// <exception cref="InvalidDataException">No folder, no sentences, or a file whose name is no intent.</exception>
    public static IReadOnlyList<UtteranceFile> In(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"There is no folder '{folder}': what people write should stand there, as LANGUAGE/INTENT.txt.");
        var files = Directory
            .EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .Select(path => Named(folder, path))
            .OrderBy(file => file.Language, StringComparer.Ordinal)
            .ThenBy(file => file.Intent, StringComparer.Ordinal)
            .ToList();
        return files.Count > 0
            ? files
            : throw new InvalidDataException($"The folder '{folder}' holds no sentences: they should stand in LANGUAGE/INTENT.txt.");
    }

    public static IReadOnlyList<TrainingSentence> Sentences(IEnumerable<UtteranceFile> files) =>
        [.. files.SelectMany(file => file.Sentences.Select(text => new TrainingSentence(text, file.Intent, file.Language)))];

    /// <summary>The sentences among a file's lines.</summary>
    public static IEnumerable<string> SentencesOf(IEnumerable<string> lines) =>
        lines
            .Where((line, at) => !string.IsNullOrWhiteSpace(line) && !(at == 0 && line.StartsWith(Heading, StringComparison.Ordinal)))
            .Select(line => line.Trim());

    private static UtteranceFile Named(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        var parts = relative.Split('/');
        var intent = Path.GetFileNameWithoutExtension(path);
        if (parts.Length != 2)
            throw new InvalidDataException(
                $"Utterances/{relative}: a file of sentences stands in the folder of its language, such as 'it/{intent}.txt'.");
        if (!IntentNames.TryParse(intent, out _))
            throw new InvalidDataException(
                $"Utterances/{relative}: no intent is called '{intent}'. It is one of: {string.Join(", ", IntentNames.All)}.");
        return new UtteranceFile(parts[0], intent, File.ReadAllBytes(path));
    }
}

/// <param name="Language">The name of the folder, such as <c>it</c>.</param>
/// <param name="Intent">The name of the file, such as <c>order-status</c>.</param>
/// <param name="Content">The file's bytes.</param>
internal sealed record UtteranceFile(string Language, string Intent, byte[] Content)
{
    /// <summary>As they stand in the file.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            using var reader = new StreamReader(new MemoryStream(Content));
            var lines = new List<string>();
            while (reader.ReadLine() is { } line)
                lines.Add(line);
            return lines;
        }
    }

    public IEnumerable<string> Sentences => UtteranceFiles.SentencesOf(Lines);
}
