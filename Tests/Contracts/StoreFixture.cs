using CommerceBot.Catalog;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace CommerceBot.Tests.Contracts;

/// <summary>A place that keeps rows, as the contract's tests use it. A backend says how it is opened and how others write to it.</summary>
internal abstract class StoreFixture : IAsyncDisposable
{
    public const string Lane = "facebook:1:anna";

    private int _rows;

    public FakeTimeProvider Time { get; } = new(ShopHost.Opening);

    public RowsSeen Seen { get; protected set; } = new();

    /// <summary>The store, which has started and tells <see cref="Seen"/>.</summary>
    public abstract IRuntimeStore Store { get; }

    /// <summary>Closes the store and opens it again on what it kept, with ears of its own.</summary>
    public abstract Task ReopenAsync(RowsSeen? seen = null);

    /// <summary>Appends a row as another process does, past the store that is open.</summary>
    public abstract Task AppendFromOutsideAsync(string key, string lane, Activity activity);

    /// <summary>Wakes a dead call as an operator does.</summary>
    public abstract Task WakeFromOutsideAsync(OutboxId id);

    /// <summary>A feed of these goods, true as of a time; answers how many rows were counted later.</summary>
    public abstract Task<long> FeedAsync(DateTimeOffset asOf, params (Sku Sku, int Quantity)[] rows);

    /// <summary>The merchant counts one thing by hand; false when a later count is known, or no such thing.</summary>
    public abstract Task<bool> CountAsync(Sku sku, int quantity, DateTimeOffset asOf);

    public async Task PutInStockAsync(Sku sku, int onHand) => await FeedAsync(Time.GetUtcNow(), (sku, onHand));

    /// <summary>A new feed: from now on prices may be other ones.</summary>
    public abstract Task ImportAsync();

    public abstract ValueTask DisposeAsync();

    public MessageInbox Inbox => new(Store, Time);

    public async Task<InboxRow> AppendAsync(string key, string lane = Lane, string text = "ciao")
    {
        var before = Seen.Arrivals.Count;
        await Inbox.AppendAsync([Arrival(key, lane, text)], CancellationToken.None);
        return Seen.Arrivals[before];
    }

    public static IncomingMessage Arrival(string key, string lane = Lane, string text = "ciao") =>
        new(key, lane, RowKind.Message, Says(text), Reference(lane));

    public static Activity Says(string text) => new() { Type = ActivityTypes.Message, Text = text, ChannelId = "facebook" };

    public static ConversationReference Reference(string lane, string serviceUrl = "https://a.example") => new()
    {
        ChannelId = "facebook",
        ServiceUrl = serviceUrl,
        Conversation = new ConversationAccount { Id = lane },
        User = new ChannelAccount("anna"),
        Bot = new ChannelAccount("page"),
    };

    /// <summary>A turn over a row of its own, in a lane of its own.</summary>
    public async Task<CurrentTurn> BeginAsync(string lane = Lane) => await BeginAsync(await AppendAsync($"row-{_rows++}", lane));

    public async Task<CurrentTurn> BeginAsync(InboxRow row) => new(row, await Store.BeginAsync(row, "messenger", CancellationToken.None));
}

/// <summary>One turn's unit of work, and the stores that it lays out for the bot.</summary>
internal sealed class CurrentTurn : IAsyncDisposable
{
    private readonly TurnContextStateCollection _services = [];

    public CurrentTurn(InboxRow row, IUnitOfWork work)
    {
        Row = row;
        Work = work;
        work.Offer(_services);
    }

    public InboxRow Row { get; }

    public IUnitOfWork Work { get; }

    public IStorage State => _services.Get<IStorage>();

    public IOrderStore Orders => _services.Get<IOrderStore>();

    public IStock Stock => _services.Get<IStock>();

    public ICatalog Catalog => _services.Get<ICatalog>();

    public IPaymentStore Payments => _services.Get<IPaymentStore>();

    public IMailOutbox Mails => _services.Get<IMailOutbox>();

    public Task<CommitResult> CommitAsync(string? deadReason = null) => Work.CommitAsync(deadReason, CancellationToken.None);

    public ValueTask DisposeAsync() => Work.DisposeAsync();
}
