using System.Security.Cryptography;
using CommerceBot.Channels;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CommerceBot.Storage;

internal static class StorageRoom
{
    /// <summary>Data Protection's name for us: payloads of another name do not open.</summary>
    private const string Application = "CommerceBot";

    /// <summary>Everything that is kept, in one SQLite file in the data folder.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings, Modes modes)
    {
        if (settings["Storage:Provider"] is { Length: > 0 } provider && !provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException($"Storage:Provider is '{provider}', and only sqlite is there yet. Remove the line, or write sqlite.");
        var folder = FolderOf(settings);
        Directory.CreateDirectory(folder);
        // The keys lie open in a folder that only its owner may enter: a machine that runs by itself would have to keep
        // whatever locked them beside them. So the warning that nothing encrypts them is told to nobody.
        services.AddDataProtection().SetApplicationName(Application).PersistKeysToFileSystem(KeysIn(folder));
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddSingleton(_ => Database.Open(folder));
        services.AddSingleton<DataKeys>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<SealedRows>();
        services.AddSingleton(all => new KeyRotation(
            all.GetRequiredService<Database>(), all.GetRequiredService<DataKeys>(), all.GetRequiredService<SealedRows>(), all.GetRequiredService<IKeyManager>(),
            () => DataProtectionProvider.Create(KeysIn(folder), setup => setup.SetApplicationName(Application)), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPaymentIndex, SqlitePaymentIndex>();
        services.AddSingleton<IEventPollMark, SqliteEventPollMark>();
        services.AddSingleton<SqliteRuntimeStore>(all => new SqliteRuntimeStore(
            all.GetRequiredService<Database>(),
            all.GetRequiredService<Sealer>(),
            all.GetRequiredService<OwnAddress>().Base,
            all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRuntimeStore>(all => all.GetRequiredService<SqliteRuntimeStore>());
        services.AddSingleton(all => Own(folder, all, modes.Stamp));
        services.AddSingleton(_ => BlackBox.Open(folder));
        services.AddHostedService(all => new CatalogLoader(
            all.GetRequiredService<Database>(), all.GetRequiredService<ShopSettings>(), settings, modes.Messenger == Mode.Simulated,
            all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<CatalogLoader>>()));
        return services;
    }

    /// <summary>Takes the folder, and sees that what is sealed in it can be opened, before anything else happens.</summary>
    private static DataFolder Own(string folder, IServiceProvider all, string stamp)
    {
        var own = DataFolder.Own(folder, all.GetRequiredService<Database>(), stamp);
        try
        {
            all.GetRequiredService<DataKeys>();
            return own;
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>The key that signs links: the merchant's, or one made once and kept beside the data.</summary>
    public static string SigningKey(IConfiguration settings)
    {
        if (settings["Shop:SigningKey"] is { Length: > 0 } key)
            return key;
        var path = Path.Combine(KeysIn(FolderOf(settings)).FullName, "signing.key");
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

    /// <summary>What opens the database, in a folder of its own that nobody else on this machine may enter.</summary>
    private static DirectoryInfo KeysIn(string folder)
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
    }

    public static string FolderOf(IConfiguration settings) => settings["Data:Folder"] is { Length: > 0 } folder ? folder : "data";
}
