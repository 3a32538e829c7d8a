namespace CommerceBot.Tests.Support;

/// <summary>Data folders of tests.</summary>
internal static class Folders
{
    private const int MostTries = 10;

    /// <summary>The folder as a dead process would leave it: files as they are, locks gone.</summary>
    public static string CopyAsFound(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("shop-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) is "host.lock" or "commercebot.db-shm")
                continue;
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(target);
            from.CopyTo(to);
        }

        return copy;
    }

    /// <summary>Data Protection may still be writing a key for a host that is gone: then the folder is looked through once more.</summary>
    public static void Delete(string folder)
    {
        for (var tries = 1; Directory.Exists(folder); tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tries < MostTries)
            {
                // A file came while the others went; the next try takes it along.
            }
        }
    }
}
