using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Chats;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite.Rows;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>What a turn may ask for beside the stores that are always there.</summary>
/// <param name="Mails">Whether mails are sent.</param>
internal sealed record TurnOptions(AssistantOptions Assistant, bool Mails)
{
    public static TurnOptions None { get; } = new(AssistantOptions.Off, Mails: false);
}

/// <summary>One turn's unit of work over SQLite: every store that a bot may ask for, all buffering into one commit.</summary>
internal sealed class SqliteTurn(
    TurnBuffer buffer, StateCache cache, Writer writer, RowContext context, string messageKind, Func<Uri> baseUrl,
    TurnOptions options) : IUnitOfWork
{
    public void Offer(TurnContextStateCollection services)
    {
        services.Add<IStorage>(new TurnStorage(buffer, cache));
        services.Add<ICatalog>(new TurnCatalog(buffer, baseUrl));
        services.Add<IOrderStore>(new OrderStore(buffer));
        services.Add<IStock>(new Stock(buffer));
        services.Add<IPaymentStore>(new PaymentStore(buffer));
        services.Add<IPaymentCalls>(new PaymentCalls(buffer, this));
        services.Add<IChatStore>(new ChatStore(buffer, this));
        services.Add<IUnclearUtterances>(new UnclearUtterances(buffer));
        services.Add<IMailReports>(new MailReports(buffer));
        services.Add<ISentMessages>(new SentMessages(buffer));
        if (options.Assistant.IsOn)
            services.Add<IAssistantCalls>(new AssistantCalls(buffer, this, options.Assistant.DailyBudget));
        if (options.Mails)
            services.Add<IMailOutbox>(new MailOutbox(buffer));
    }

    public string NewId() => buffer.NewId();

    public void Record(OutgoingCall call) => buffer.Send(call.Id, messageKind, $"{call.Method} {call.Target}", call.Body);

    public void Call(string kind, string target, ReadOnlyMemory<byte> request, string? order = null) =>
        buffer.Send(buffer.NewId(), kind, target, request, order);

    public void Respond(int status, ReadOnlyMemory<byte> body) =>
        buffer.Send(buffer.NewId(), "response", status.ToString(CultureInfo.InvariantCulture), body, state: OutboxState.Response);

    public void Set(string name, DateTimeOffset due, Activity activity)
    {
        var ciphertext = buffer.Encryptor.Encrypt(SchemaJson.Write(activity));
        buffer.Timer = buffer.Timer is { } earlier && earlier < due ? earlier : due;
        buffer.Add(session =>
        {
            session[
                "INSERT INTO timer (lane, name, due, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (lane, name) DO UPDATE SET due = ?3, "
                + "body = ?4"
            ]
                .Bind(1, buffer.Row.Lane)
                .Bind(2, name)
                .Bind(3, due.ToUnixTimeMilliseconds())
                .Bind(4, ciphertext)
                .Execute();
            return true;
        });
    }

    public void Cancel(string name) => buffer.Add(session =>
    {
        session["DELETE FROM timer WHERE lane = ?1 AND name = ?2"].Bind(1, buffer.Row.Lane).Bind(2, name).Execute();
        return true;
    });

    public void Clear() => buffer.Clear();

    public async Task<CommitResult> CommitAsync(string? deadReason, CancellationToken cancellationToken)
    {
        buffer.EndSnapshot();
        buffer.EncryptAll();
        var result = await writer.WriteAsync(new TurnWrite(context, buffer, deadReason));
        buffer.Ended(result);
        return result;
    }

    public ValueTask DisposeAsync()
    {
        buffer.Dispose();
        return ValueTask.CompletedTask;
    }
}
