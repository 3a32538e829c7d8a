using CommerceBot.Channels;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;

namespace CommerceBot.Storage;

internal static class StorageRoom
{
    /// <summary>Everything that is kept, in one SQLite file in the data folder.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings)
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
        services.AddSingleton(_ => BlackBox.Open(folder));
        return services;
    }

    public static string FolderOf(IConfiguration settings) => settings["Data:Folder"] is { Length: > 0 } folder ? folder : "data";
}
