using System.Text.Json;
using CommerceBot.Channels;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Tests.Torture.Planting;

/// <summary>The database of a stopped shop in the hands of somebody who changes what they should not.</summary>
internal sealed class ShopFiles : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Session _session;
    private readonly FieldEncryptor _encryptor;

    public ShopFiles(string folder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(settings);
        _services = services.AddStorage(settings, Modes.Decide(settings)).BuildServiceProvider();
        _session = _services.GetRequiredService<Database>().OpenSession();
        _encryptor = _services.GetRequiredService<FieldEncryptor>();
    }

    public void Save(Order order) =>
        _session["UPDATE shop_order SET state = ?2, sealed = ?3 WHERE id = ?1"]
            .Bind(1, order.Id.Value)
            .Bind(2, order.State.ToString())
            .Bind(3, _encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(order, OrdersJson.Default.Order)))
            .Execute();

    public void Save(PaymentLedger ledger) =>
        _session["UPDATE payment SET sealed = ?2 WHERE order_id = ?1"]
            .Bind(1, ledger.Order.Value)
            .Bind(2, _encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(ledger, PaymentsJson.Default.PaymentLedger)))
            .Execute();

    /// <summary>One statement that must change something.</summary>
    public void Change(string statement)
    {
        if (_session[statement].Execute() == 0)
            throw new InvalidOperationException($"Nothing to change: {statement}");
    }

    public void Dispose()
    {
        _session.Dispose();
        _services.Dispose();
    }
}
