using System.Security.Cryptography;

namespace CommerceBot.Storage.Encryption;

/// <summary>The folder <c>keys</c> beside the database, and the small keys that lie in it as files.</summary>
internal static class KeyFiles
{
    /// <summary>Signs links.</summary>
    public const string SigningKey = "signing.key";

    /// <summary>Hashes the words by which orders are found. Made anew, the index is made anew too.</summary>
    public const string SearchKey = "search.key";

    /// <summary>A key of 32 random bytes in hex, made at the first asking.</summary>
    public static string ReadOrCreate(string dataFolder, string name)
    {
        DataFolder.CheckWritable(StorageSettings.KeysIn(dataFolder).FullName);
        var path = Path.Combine(StorageSettings.KeysIn(dataFolder).FullName, name);
        if (!File.Exists(path))
        {
            // Whole or not at all, since half a key would be kept for ever; of two processes the first one wins.
            var draft = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
            File.WriteAllText(draft, RandomNumberGenerator.GetHexString(64, lowercase: true));
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }

        return File.ReadAllText(path);
    }

    /// <summary>Takes a key away: the next one is another.</summary>
    public static void Drop(string dataFolder, string name) => File.Delete(Path.Combine(StorageSettings.KeysIn(dataFolder).FullName, name));
}
