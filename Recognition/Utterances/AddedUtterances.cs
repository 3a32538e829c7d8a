using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Utterances;

/// <summary>
/// Sentences that the merchant added in the desk, in files of their own in the data folder: the next start trains with them, in seconds.
/// </summary>
public sealed class AddedUtterances(string folder)
{
    /// <summary>A longer one is no sentence that others write too.</summary>
    public const int Longest = 200;

    private readonly Lock _lock = new();

    /// <summary>What was added, by language and intent.</summary>
    public IReadOnlyList<AddedUtterance> All()
    {
        lock (_lock)
            return [.. Files().SelectMany(file => file.Sentences.Select(text => new AddedUtterance(file.Language, file.Intent, text)))];
    }

    /// <summary>False for one that is empty, too long, or there already under this intent.</summary>
    /// <param name="language">Two letters.</param>
    public bool TryAdd(string language, Intent intent, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentence = TextNormalizer.Clean(text).ReplaceLineEndings(" ").TrimStart('#', ' ').Trim();
        if (sentence.Length is 0 or > Longest || !IsLanguage(language))
            return false;
        lock (_lock)
        {
            var name = IntentNames.Of(intent);
            var known = Files().FirstOrDefault(file => file.Language == language && file.Intent == name)?.Sentences.ToList() ?? [];
            if (known.Contains(sentence, StringComparer.OrdinalIgnoreCase))
                return false;
            Write(language, name, [.. known, sentence]);
            return true;
        }
    }

    /// <summary>False when it is not there.</summary>
    public bool TryRemove(AddedUtterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        lock (_lock)
        {
            var file = Files().FirstOrDefault(file => file.Language == utterance.Language && file.Intent == utterance.Intent);
            if (file is null || !file.Sentences.Contains(utterance.Text))
                return false;
            Write(file.Language, file.Intent, [.. file.Sentences.Where(text => text != utterance.Text)]);
            return true;
        }
    }

    internal IReadOnlyList<UtteranceFile> Files() =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Any()
            ? UtteranceFiles.In(folder)
            : [];

    private void Write(string language, string intent, IReadOnlyList<string> sentences)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, language)).FullName, $"{intent}.txt");
        if (sentences.Count == 0)
        {
            File.Delete(path);
            return;
        }

        File.WriteAllLines(path + ".new", sentences);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static bool IsLanguage(string language) => language.Length == 2 && language.All(char.IsAsciiLetterLower);
}

/// <param name="Language">Two letters.</param>
/// <param name="Intent">By its name, such as <c>order-status</c>.</param>
public sealed record AddedUtterance(string Language, string Intent, string Text);
