using CommerceBot.Channels;
using CommerceBot.Desk.Alerts;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Exports;
using CommerceBot.Desk.Goods;
using CommerceBot.Desk.Health;
using CommerceBot.Desk.Identity;
using CommerceBot.Desk.Live;
using CommerceBot.Desk.Orders;
using CommerceBot.Desk.Today;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Health;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;
using CommerceBot.Storage.Sqlite.Desk;
using CommerceBot.Storage.Sqlite.Turns;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CommerceBot.Storage;

/// <summary>Registers everything that is kept: database, encryption, and every module's store.</summary>
internal static class StorageServiceCollectionExtensions
{
    /// <summary>Data Protection's name for us: payloads of another name do not open.</summary>
    private const string Application = "CommerceBot";

    /// <summary>Everything that is kept, in one SQLite file in the data folder.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings, Modes modes)
    {
        if (settings["Storage:Provider"] is { Length: > 0 } provider && !provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException(
                $"Storage:Provider is '{provider}', and only sqlite is there yet. Remove the line, or write sqlite.");
        var folder = StorageSettings.FolderOf(settings);
        DataFolder.CheckWritable(folder);
        // The keys lie open in a folder that only its owner may enter: a machine that runs by itself would have to keep
        // whatever locked them beside them. So the warning that nothing encrypts them is told to nobody.
        services.AddDataProtection().SetApplicationName(Application).PersistKeysToFileSystem(StorageSettings.KeysIn(folder));
        services.AddLogging(logging =>
            logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddSingleton<Ownership>();
        services.AddSingleton(all => Database.Open(
            folder, alone: all.GetRequiredService<Ownership>().IsOurs ? null : () => DataFolder.Lock(folder)));
        services.AddSingleton<DataKeys>();
        services.AddSingleton<FieldEncryptor>();
        services.AddSingleton<EncryptedRows>();
        services.AddSingleton(all => new KeyRotation(
            all.GetRequiredService<Database>(),
            all.GetRequiredService<DataKeys>(),
            all.GetRequiredService<EncryptedRows>(),
            all.GetRequiredService<IKeyManager>(),
            () => DataProtectionProvider.Create(StorageSettings.KeysIn(folder), setup => setup.SetApplicationName(Application)),
            all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IDeadLetters, SqliteDeadLetters>();
        services.AddSingleton<OrderQueries>();
        services.AddSingleton<ExternalInbox>();
        services.AddSingleton<StockReport>();
        services.AddSingleton<ICatalogVocabulary, SqliteCatalogVocabulary>();
        services.AddSingleton<IPaymentIndex, SqlitePaymentIndex>();
        services.AddSingleton<IOrderSummaries, SqliteOrderSummaries>();
        services.AddSingleton<IEventPollPosition, SqliteEventPollPosition>();
        services.AddSingleton<ISentMails, SqliteSentMails>();
        services.AddSingleton<SqliteRuntimeStore>(all => new SqliteRuntimeStore(
            all.GetRequiredService<Database>(),
            all.GetRequiredService<FieldEncryptor>(),
            all.GetRequiredService<ServerAddress>().Base,
            all.GetRequiredService<TimeProvider>(),
            new TurnOptions(all.GetService<AssistantOptions>() ?? AssistantOptions.Off, modes.Email != Mode.Off)));
        services.AddSingleton<IRuntimeStore>(all => all.GetRequiredService<SqliteRuntimeStore>());
        services.AddSingleton(all => Own(folder, all, modes.Stamp));
        services.AddSingleton(_ => DataFolder.Guard(folder, () => InFlightJournal.Open(folder)));
        services.AddHealthChecks().AddCheck("disk", new DiskSpaceCheck(() => DiskSpaceCheck.FreeBytesOf(folder)), tags: [HealthTags.Ready]);
        services.AddSingleton(StorageSettings.ReadRetention(settings));
        services.AddSingleton<DeskReader>();
        services.AddSingleton<AuditedChanges>();
        services.AddSingleton<IDeskUsers, SqliteDeskUsers>();
        services.AddSingleton<IOrderQueries, SqliteOrderQueries>();
        services.AddSingleton<ITodayQueries, SqliteTodayQueries>();
        services.AddSingleton<IArrivals, SqliteArrivals>();
        services.AddSingleton<IChatQueries, SqliteChatQueries>();
        services.AddSingleton<IUndeliveredQueries, SqliteUndeliveredQueries>();
        services.AddSingleton<IUnclearQueries, SqliteUnclearQueries>();
        services.AddSingleton<IMailReportQueries, SqliteMailReportQueries>();
        services.AddSingleton<IExportQueries, SqliteExportQueries>();
        services.AddSingleton<IAudit, SqliteAudit>();
        services.AddSingleton<IChangeWatch, SqliteChangeWatch>();
        services.AddSingleton<IGoods>(all => new SqliteGoods(
            all.GetRequiredService<DeskReader>(), all.GetRequiredService<AuditedChanges>(), all.GetRequiredService<Database>(),
            all.GetRequiredService<ServerAddress>().Base, all.GetRequiredService<ShopSettings>(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISales, SqliteSales>();
        services.AddSingleton<ISafetyData, SqliteSafetyData>();
        services.AddHostedService<OrderIndexing>();
        services.AddHostedService(all => new CatalogLoader(
            all.GetRequiredService<Database>(), all.GetRequiredService<ShopSettings>(), settings, modes.Messenger == Mode.Simulated,
            all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<CatalogLoader>>()));
        return services;
    }

    /// <summary>Takes the folder, and sees that what is encrypted in it can be read, before anything else happens.</summary>
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

    /// <summary>Whether this process holds the folder for as long as it runs.</summary>
    private sealed class Ownership
    {
        public bool IsOurs { get; set; }
    }
}
