using CommerceBot.Channels;
using CommerceBot.Orders;
using CommerceBot.Storage;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite;

namespace CommerceBot.Commands;

/// <summary>The data folder as a command sees it: beside the host that runs on it, with connections of its own.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly ServiceProvider _services;

    private Workplace(ServiceProvider services, IConfiguration settings, Modes modes)
    {
        _services = services;
        Settings = settings;
        Modes = modes;
    }

    public IConfiguration Settings { get; }

    public Modes Modes { get; }

    public Database Database => _services.GetRequiredService<Database>();

    public Sealer Sealer => _services.GetRequiredService<Sealer>();

    public KeyRotation Keys => _services.GetRequiredService<KeyRotation>();

    public TimeProvider Time => _services.GetRequiredService<TimeProvider>();

    public ShopSettings Shop => _services.GetRequiredService<ShopSettings>();

    public static Workplace Open(params string[] settingsInPlace)
    {
        var settings = Program.NewBuilder(settingsInPlace).Configuration;
        var modes = Modes.Decide(settings);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Program.ReadShop(settings, () => new Uri(settings["Shop:BaseUrl"] is { Length: > 0 } url ? url : Program.DefaultUrl), modes));
        services.AddStorage(settings, modes);
        return new Workplace(services.BuildServiceProvider(), settings, modes);
    }

    /// <summary>Whether a host holds the data folder now.</summary>
    public bool IsHostRunning()
    {
        var path = Path.Combine(StorageRoom.FolderOf(Settings), "host.lock");
        if (!File.Exists(path))
            return false;
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _services.Dispose();
}
