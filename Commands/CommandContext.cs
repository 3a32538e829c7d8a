using CommerceBot.Channels;
using CommerceBot.Desk.Identity;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Storage;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;

namespace CommerceBot.Commands;

/// <summary>The data folder as a command sees it: beside the host that runs on it, with connections of its own.</summary>
internal sealed class CommandContext : IDisposable
{
    private readonly ServiceProvider _services;

    private CommandContext(ServiceProvider services, IConfiguration settings, Modes modes)
    {
        _services = services;
        Settings = settings;
        Modes = modes;
    }

    public IConfiguration Settings { get; }

    public Modes Modes { get; }

    public Database Database => _services.GetRequiredService<Database>();

    public IDeadLetters DeadLetters => _services.GetRequiredService<IDeadLetters>();

    public OrderQueries Orders => _services.GetRequiredService<OrderQueries>();

    public ExternalInbox Inbox => _services.GetRequiredService<ExternalInbox>();

    public StockReport Stock => _services.GetRequiredService<StockReport>();

    public KeyRotation Keys => _services.GetRequiredService<KeyRotation>();

    public TimeProvider Time => _services.GetRequiredService<TimeProvider>();

    public Invitations Invitations => new(_services.GetRequiredService<IDeskUsers>(), Time);

    public ShopSettings Shop => _services.GetRequiredService<ShopSettings>();

    public static CommandContext Open(params string[] settingsInPlace)
    {
        var settings = Program.NewBuilder(settingsInPlace).Configuration;
        var modes = Modes.Decide(settings);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(
            Program.OpenShop(
                settings, () => new Uri(settings["Shop:BaseUrl"] is { Length: > 0 } url ? url : Program.DefaultUrl), modes).Shop);
        services.AddStorage(settings, modes);
        return new CommandContext(services.BuildServiceProvider(), settings, modes);
    }

    /// <summary>Whether a host holds the data folder now.</summary>
    public bool IsHostRunning()
    {
        var path = Path.Combine(StorageSettings.FolderOf(Settings), "host.lock");
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
