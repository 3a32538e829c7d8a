using System.Security.Cryptography;
using CommerceBot.Channels;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;

namespace CommerceBot.Storage;

internal static class StorageRoom
{
    /// <summary>Everything that is kept, in one SQLite file in the data folder.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings, Modes modes)
    {
        if (settings["Storage:Provider"] is { Length: > 0 } provider && !provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException($"Storage:Provider is '{provider}', and only sqlite is there yet. Remove the line, or write sqlite.");
        var folder = FolderOf(settings);
        Directory.CreateDirectory(folder);
        services.AddDataProtection().SetApplicationName("CommerceBot").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        services.AddSingleton(_ => Database.Open(folder));
        services.AddSingleton<DataKeys>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<IPaymentIndex, SqlitePaymentIndex>();
        services.AddSingleton<SqliteRuntimeStore>(all => new SqliteRuntimeStore(
            all.GetRequiredService<Database>(),
            all.GetRequiredService<Sealer>(),
            all.GetRequiredService<OwnAddress>().Base,
            all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRuntimeStore>(all => all.GetRequiredService<SqliteRuntimeStore>());
        services.AddSingleton(all => DataFolder.Own(folder, all.GetRequiredService<Database>(), modes.Stamp));
        services.AddSingleton(_ => BlackBox.Open(folder));
        services.AddHostedService(all => new CatalogLoader(
            all.GetRequiredService<Database>(), all.GetRequiredService<ShopSettings>(), settings, modes.Messenger == Mode.Simulated,
            all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<CatalogLoader>>()));
        return services;
    }

    /// <summary>The key that signs links: the merchant's, or one made once and kept beside the data.</summary>
    public static string SigningKey(IConfiguration settings)
    {
        if (settings["Shop:SigningKey"] is { Length: > 0 } key)
            return key;
        var path = Path.Combine(FolderOf(settings), "keys", "signing.key");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            File.WriteAllText(path, RandomNumberGenerator.GetHexString(64, lowercase: true));
        return File.ReadAllText(path);
    }

    public static string FolderOf(IConfiguration settings) => settings["Data:Folder"] is { Length: > 0 } folder ? folder : "data";
}
