using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Dialogs;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Tests.Dialogs;

/// <summary>A shop's stores in memory: what a turn may use, kept at once.</summary>
internal sealed class Store : ICatalog, IOrderStore, IStock, IPaymentStore, IPaymentCalls
{
    private readonly Dictionary<ShopperId, Cart> _carts = [];
    private readonly Dictionary<ShopperId, CheckoutDraft> _drafts = [];
    private readonly Dictionary<OrderId, PaymentLedger> _ledgers = [];
    private readonly Dictionary<OrderId, IReadOnlyList<StockLine>> _held = [];
    private readonly Dictionary<Sku, int> _allocated = [];
    private readonly Dictionary<(OrderId, Sku), int> _sold = [];
    private int _ids;

    public List<(Category Category, List<Product> Products)> Categories { get; } = [];

    public Dictionary<OrderId, Order> Placed { get; } = [];

    public Queue<PaymentCall> Asked { get; } = new();

    public List<MerchantAlert> Alerts { get; } = [];

    public Dictionary<OrderId, DateTimeOffset> Timers { get; } = [];

    public LaneId Lane => new("lane");

    public Order Newest => Placed.Values.Last();

    public int Held => _held.Values.SelectMany(lines => lines).Sum(line => line.Quantity);

    public void Change(Sku sku, Func<Variant, Variant> change)
    {
        foreach (var (_, products) in Categories)
            for (var at = 0; at < products.Count; at++)
                products[at] = products[at] with
                {
                    Variants = [.. products[at].Variants.Select(variant => variant.Sku == sku ? change(variant) : variant)],
                };
    }

    public void TakeAway(ProductId product)
    {
        foreach (var (_, products) in Categories)
            products.RemoveAll(one => one.Id == product);
    }

    public Task<IReadOnlyList<Category>> CategoriesAsync(Language language, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Category>>([.. Categories.Select(entry => entry.Category with { Products = entry.Products.Count })]);

    public Task<ResultPage<Product>> InCategoryAsync(
        CategoryId category, Language language, int page, int size, CancellationToken cancellationToken
    ) => Task.FromResult(PageOf(Categories.Where(entry => entry.Category.Id == category).SelectMany(entry => entry.Products), page, size));

    public Task<ProductSearch> SearchAsync(ProductQuery query, Language language, int page, int size, CancellationToken cancellationToken)
    {
        var words = IntentPhrases.Fold(query.Text);
        var found = PageOf(Categories.SelectMany(entry => entry.Products)
            .Where(product => words.Length > 0 && IntentPhrases.Fold(product.Title).Contains(words, StringComparison.Ordinal)), page, size);
        return Task.FromResult(new ProductSearch(found, found.Total > 0 ? new ProductMatch.Exact() : new ProductMatch.Nothing(), [], []));
    }

    public Task<Product?> FindAsync(ProductId id, Language language, CancellationToken cancellationToken) =>
        Task.FromResult(Now().FirstOrDefault(product => product.Id == id));

    public Task<Product?> FindAsync(Sku sku, Language language, CancellationToken cancellationToken) =>
        Task.FromResult(Now().FirstOrDefault(product => product.Variants.Any(variant => variant.Sku == sku)));

    public Task<Cart> CartAsync(ShopperId shopper, CancellationToken cancellationToken) =>
        Task.FromResult(_carts.GetValueOrDefault(shopper) ?? Cart.Empty(shopper));

    public void Save(Cart cart) => _carts[cart.Shopper] = cart;

    public Task<CheckoutDraft> DraftAsync(ShopperId shopper, CancellationToken cancellationToken) =>
        Task.FromResult(_drafts.GetValueOrDefault(shopper) ?? CheckoutDraft.Empty(shopper));

    public void Save(CheckoutDraft draft) => _drafts[draft.Shopper] = draft;

    public List<(OrderId Order, OrderEvent Event)> Events { get; } = [];

    public void Record(OrderId order, OrderEvent happened) => Events.Add((order, happened));

    public Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken) => Task.FromResult(Placed.GetValueOrDefault(id));

    public Task<Order?> FindAsync(OrderNumber number, CancellationToken cancellationToken) =>
        Task.FromResult(Placed.Values.FirstOrDefault(order => order.Number == number));

    public Task<IReadOnlyList<Order>> NewestAsync(ShopperId shopper, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Order>>([.. Placed.Values.Where(order => order.Shopper == shopper).Reverse().Take(take)]);

    public void Save(Order order) => Placed[order.Id] = order;

    public OrderId NewOrderId() => new(string.Create(CultureInfo.InvariantCulture, $"0123456789abcdef-{++_ids}"));

    public Task<IReadOnlyDictionary<Sku, int>> AvailableAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Sku, int>>(
            Now()
                .SelectMany(product => product.Variants)
                .Where(variant => skus.Contains(variant.Sku))
                .ToDictionary(variant => variant.Sku, variant => variant.Available));

    public Task<bool> HoldsReservationAsync(OrderId order, CancellationToken cancellationToken) =>
        Task.FromResult(_held.ContainsKey(order));

    public void Reserve(OrderId order, IReadOnlyList<StockLine> lines, DateTimeOffset until) => _held[order] = lines;

    public Task<IReadOnlyList<LowStock>> FallenLowAsync(
        IReadOnlyList<StockLine> sold, int usualMark, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<LowStock>>([]);

    public void Allocate(OrderId order, IReadOnlyList<StockLine> lines)
    {
        _held.Remove(order);
        foreach (var line in lines)
            Take(order, line.Sku, line.Quantity);
    }

    public void Restock(OrderId order, IReadOnlyList<StockLine> lines)
    {
        foreach (var line in lines)
            Take(order, line.Sku, -Math.Min(line.Quantity, _sold.GetValueOrDefault((order, line.Sku))));
    }

    public void Release(OrderId order) => _held.Remove(order);

    public Task<PaymentLedger> LedgerAsync(OrderId order, CancellationToken cancellationToken) => Task.FromResult(LedgerOf(order));

    public PaymentLedger LedgerOf(OrderId order) => _ledgers.GetValueOrDefault(order) ?? PaymentLedger.Empty(order);

    public void Save(PaymentLedger ledger) => _ledgers[ledger.Order] = ledger;

    public void Ask(PaymentCall asked) => Asked.Enqueue(asked);

    public void Alert(MerchantAlert alert) => Alerts.Add(alert);

    /// <summary>Keys of calls of which nobody doubts any more.</summary>
    public List<string> Closed { get; } = [];

    public void Settled(OrderId order, string key) => Closed.Add(key);

    public void LookAgainAt(OrderId order, DateTimeOffset due) => Timers[order] = due;

    private IEnumerable<Product> Now() => Categories.SelectMany(entry => entry.Products).Select(Lessened);

    private Product Lessened(Product product) =>
        product with
        {
            Variants =
            [
                .. product.Variants.Select(variant => variant with { Available = Math.Max(0, variant.Available - Taken(variant.Sku)) }),
            ],
        };

    private void Take(OrderId order, Sku sku, int pieces)
    {
        _allocated[sku] = _allocated.GetValueOrDefault(sku) + pieces;
        _sold[(order, sku)] = _sold.GetValueOrDefault((order, sku)) + pieces;
    }

    private int Taken(Sku sku) => _allocated.GetValueOrDefault(sku)
        + _held.Values.SelectMany(lines => lines).Where(line => line.Sku == sku).Sum(line => line.Quantity);

    private ResultPage<Product> PageOf(IEnumerable<Product> products, int page, int size)
    {
        var all = products.Select(Lessened).ToList();
        var items = all.Skip(page * size).Take(size).ToList();
        return new ResultPage<Product>(items, page, all.Count, all.Count > (page + 1) * size);
    }
}
