using System.Globalization;
using System.Security.Cryptography;
using CommerceBot.Channels;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CommerceBot.Storage;

internal static class StorageRoom
{
    /// <summary>Data Protection's name for us: payloads of another name do not open.</summary>
    private const string Application = "CommerceBot";

    private const int MostDays = 36_500;

    /// <summary>Everything that is kept, in one SQLite file in the data folder.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings, Modes modes)
    {
        if (settings["Storage:Provider"] is { Length: > 0 } provider && !provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException($"Storage:Provider is '{provider}', and only sqlite is there yet. Remove the line, or write sqlite.");
        var folder = FolderOf(settings);
        DataFolder.CheckWritable(folder);
        // The keys lie open in a folder that only its owner may enter: a machine that runs by itself would have to keep
        // whatever locked them beside them. So the warning that nothing encrypts them is told to nobody.
        services.AddDataProtection().SetApplicationName(Application).PersistKeysToFileSystem(KeysIn(folder));
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddSingleton<Ownership>();
        services.AddSingleton(all => Database.Open(
            folder, alone: all.GetRequiredService<Ownership>().IsOurs ? null : () => DataFolder.Lock(folder)));
        services.AddSingleton<DataKeys>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<SealedRows>();
        services.AddSingleton(all => new KeyRotation(
            all.GetRequiredService<Database>(), all.GetRequiredService<DataKeys>(), all.GetRequiredService<SealedRows>(), all.GetRequiredService<IKeyManager>(),
            () => DataProtectionProvider.Create(KeysIn(folder), setup => setup.SetApplicationName(Application)), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICatalogVocabulary, SqliteCatalogVocabulary>();
        services.AddSingleton<IPaymentIndex, SqlitePaymentIndex>();
        services.AddSingleton<IEventPollMark, SqliteEventPollMark>();
        services.AddSingleton<SqliteRuntimeStore>(all => new SqliteRuntimeStore(
            all.GetRequiredService<Database>(),
            all.GetRequiredService<Sealer>(),
            all.GetRequiredService<OwnAddress>().Base,
            all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRuntimeStore>(all => all.GetRequiredService<SqliteRuntimeStore>());
        services.AddSingleton(all => Own(folder, all, modes.Stamp));
        services.AddSingleton(_ => DataFolder.Guard(folder, () => BlackBox.Open(folder)));
        services.AddSingleton(ReadRetention(settings));
        services.AddHostedService(all => new CatalogLoader(
            all.GetRequiredService<Database>(), all.GetRequiredService<ShopSettings>(), settings, modes.Messenger == Mode.Simulated,
            all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<CatalogLoader>>()));
        return services;
    }

    /// <summary>Takes the folder, and sees that what is sealed in it can be opened, before anything else happens.</summary>
    private static DataFolder Own(string folder, IServiceProvider all, string stamp)
    {
        var own = DataFolder.Own(folder, () => OpenAsOurs(all), stamp);
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

    private static Database OpenAsOurs(IServiceProvider all)
    {
        all.GetRequiredService<Ownership>().IsOurs = true;
        return all.GetRequiredService<Database>();
    }

    private static Retention ReadRetention(IConfiguration settings) => new(
        Days("Retention:Rows", settings["Retention:Rows"], Retention.Usual.Rows, least: 7),
        Days("Retention:Conversations", settings["Retention:Conversations"], Retention.Usual.Conversations, least: 30));

    /// <summary>The key that signs links: the merchant's, or one made once and kept beside the data.</summary>
    public static string SigningKey(IConfiguration settings)
    {
        if (settings["Shop:SigningKey"] is { Length: > 0 } key)
            return key;
        DataFolder.CheckWritable(KeysIn(FolderOf(settings)).FullName);
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

    /// <exception cref="SettingsException">No number of days, or too few: a repeat would be handled twice.</exception>
    private static TimeSpan Days(string name, string? text, TimeSpan usual, int least) =>
        string.IsNullOrWhiteSpace(text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= least && days <= MostDays
            ? TimeSpan.FromDays(days)
        : throw new SettingsException($"{name} is '{text}'. Write a whole number of days from {least} to {MostDays}.");

    /// <summary>What opens the database, in a folder of its own that nobody else on this machine may enter.</summary>
    private static DirectoryInfo KeysIn(string folder) => DataFolder.Guard(folder, () =>
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

    public static string FolderOf(IConfiguration settings) => settings["Data:Folder"] is { Length: > 0 } folder ? folder : "data";

    /// <summary>Whether this process holds the folder for as long as it runs.</summary>
    private sealed class Ownership
    {
        public bool IsOurs { get; set; }
    }
}
