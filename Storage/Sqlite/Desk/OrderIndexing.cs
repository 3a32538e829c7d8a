using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>Brings older orders into the desk's lists while the shop runs; between two batches every turn goes first.</summary>
internal sealed class OrderIndexing(Database database, FieldEncryptor encryptor, SqliteRuntimeStore store) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using (var session = database.OpenSession())
        {
            if (OrderIndexWrite.IsDone(session, database))
                return;
        }

        while (!stoppingToken.IsCancellationRequested && !await store.IndexOrdersAsync(new OrderIndexWrite(database, encryptor)))
            await Task.Yield();
    }
}
