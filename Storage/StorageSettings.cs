using System.Globalization;
using CommerceBot.Channels;
using CommerceBot.Runtime;

namespace CommerceBot.Storage;

/// <summary>What the settings say about where things are kept and for how long.</summary>
internal static class StorageSettings
{
    private const int MostDays = 36_500;

    /// <summary>The data folder, <c>Data:Folder</c>.</summary>
    public static string FolderOf(IConfiguration settings) => settings["Data:Folder"] is { Length: > 0 } folder ? folder : "data";

    /// <summary>What opens the database, in a folder of its own that nobody else on this machine may enter.</summary>
    public static DirectoryInfo KeysIn(string folder) => DataFolder.Guard(folder, () =>
    {
        var keys = new DirectoryInfo(Path.Combine(folder, "keys"));
        if (OperatingSystem.IsWindows())
        {
            keys.Create();
            return keys;
        }

        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(keys.FullName, ownerOnly);
        if (keys.UnixFileMode != ownerOnly)
            keys.UnixFileMode = ownerOnly;
        return keys;
    });

    public static Retention ReadRetention(IConfiguration settings) => new(
        Days("Retention:Rows", settings["Retention:Rows"], Retention.Usual.Rows, least: 7),
        Days("Retention:Conversations", settings["Retention:Conversations"], Retention.Usual.Conversations, least: 30));

    /// <exception cref="SettingsException">No number of days, or too few: a repeat would be handled twice.</exception>
    private static TimeSpan Days(string name, string? text, TimeSpan usual, int least) =>
        string.IsNullOrWhiteSpace(text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= least && days <= MostDays
            ? TimeSpan.FromDays(days)
        : throw new SettingsException($"{name} is '{text}'. Write a whole number of days from {least} to {MostDays}.");
}
