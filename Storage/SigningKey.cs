using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage;

/// <summary>The key by which the shop knows its own links again.</summary>
internal static class SigningKey
{
    /// <summary>The key that signs links: the merchant's, or one made once and kept beside the data.</summary>
    public static string ReadOrCreate(IConfiguration settings) => settings["Shop:SigningKey"] is { Length: > 0 } key
        ? key
        : KeyFiles.ReadOrCreate(StorageSettings.FolderOf(settings), KeyFiles.SigningKey);
}
