namespace CommerceBot.Recognition.Answers;

/// <summary>
/// Which file holds the answers of a language: the one that was edited in the desk, in the data folder, or else the one that came with
/// the shop. So the shop's own folder may be read-only, and what was edited survives the next release.
/// </summary>
/// <param name="folder">Of the files that came with the shop.</param>
/// <param name="edited">Of the edited ones; it is made when it is needed.</param>
public sealed class AnswerFiles(string folder, string edited)
{
    private readonly Lock _lock = new();
    private int _version;

    /// <summary>Another number whenever this process changed a file.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Where edited answers lie in a data folder.</summary>
    public static string EditedIn(string dataFolder) => Path.Combine(dataFolder, "answers");

    /// <summary>The file of each language, in a fixed order.</summary>
    public IReadOnlyList<FileInfo> InUse() =>
    [
        .. In(folder).Concat(In(edited)).GroupBy(file => file.Name, StringComparer.Ordinal).Select(same => same.Last())
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whether a language's answers are those of the desk.</summary>
    public bool IsEdited(string language) => File.Exists(EditedPath(language));

    /// <summary>The text of a language's file; empty when there is none.</summary>
    public string Read(string language)
    {
        var path = IsEdited(language) ? EditedPath(language) : Path.Combine(folder, $"{language}.md");
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    /// <summary>Keeps a new text, whole or not at all; false when the file is no longer as it was.</summary>
    /// <param name="before">What <see cref="Read"/> gave when the change was begun.</param>
    public bool TryWrite(string language, string before, string after)
    {
        lock (_lock)
        {
            if (Read(language) != before)
                return false;
            Directory.CreateDirectory(edited);
            var path = EditedPath(language);
            var unfinished = path + ".new";
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                file.Write(System.Text.Encoding.UTF8.GetBytes(after));
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            Interlocked.Increment(ref _version);
            return true;
        }
    }

    /// <summary>Goes back to the file that came with the shop.</summary>
    public void Restore(string language)
    {
        lock (_lock)
        {
            File.Delete(EditedPath(language));
            Interlocked.Increment(ref _version);
        }
    }

    private string EditedPath(string language) => Path.Combine(edited, $"{language}.md");

    private static FileInfo[] In(string folder) => Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*.md") : [];
}
