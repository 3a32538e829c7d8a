namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>Webhook bodies as they were received or printed by Meta.</summary>
internal static class Samples
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples", "webhooks");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static IEnumerable<string> Bodies() => Directory.EnumerateFiles(Folder)
        .Select(path => Path.GetFileName(path))
        .Where(name => name != "signature-vectors.json")
        .Order(StringComparer.Ordinal);
}
