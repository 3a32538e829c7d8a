using System.Text.Json;
using CommerceBot.Desk.Settings;

namespace CommerceBot.Storage;

/// <summary>Settings that were changed in the desk, in <c>settings.json</c> of the data folder.</summary>
internal sealed class SavedSettings : ISavedSettings
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private IReadOnlyDictionary<string, string?> _all;

    /// <exception cref="InvalidOperationException">The file is not as it must be.</exception>
    public SavedSettings(string folder)
    {
        Place = Path.Combine(folder, "settings.json");
        _all = Read();
    }

    public string Place { get; }

    public IReadOnlyDictionary<string, string?> All => Volatile.Read(ref _all);

    public void Save(IReadOnlyDictionary<string, string?> all)
    {
        var unfinished = Place + ".new";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, all.OrderBy(each => each.Key, StringComparer.Ordinal).ToDictionary(), Readable);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, Place, overwrite: true);
        Volatile.Write(ref _all, all);
    }

    private Dictionary<string, string?> Read()
    {
        if (!File.Exists(Place))
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllBytes(Place)) ?? [];
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{Place} cannot be read: {broken.Message} Mend it, or delete it.", broken);
        }
    }
}
