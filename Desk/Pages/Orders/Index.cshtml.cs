using System.Globalization;
using CommerceBot.Desk.Orders;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Orders by tab, found by one box. All that is chosen stands in the address.</summary>
internal sealed class OrdersModel(IOrderQueries queries) : DeskPage
{
    private const int PageSize = 50;

    private OrderCounts _counts = new(0, 0, 0);

    public override string Section => "orders";

    [BindProperty(SupportsGet = true)]
    public OrderTab? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Attention { get; set; }

    /// <summary>Behind which place the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public OrderFilter Filter { get; private set; } = new(OrderTab.ToShip);

    public OrderPage List { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Heading = T["orders"];
        Filter = new OrderFilter(
            Tab is { } tab && Enum.IsDefined(tab) ? tab : OrderTab.ToShip, Q, StartOf(From), StartOf(Until?.AddDays(1)), Attention, Before);
        List = await queries.ListAsync(Filter, PageSize, cancellationToken);
        _counts = await queries.CountAsync(cancellationToken);
    }

    public long? CountOf(OrderTab tab) => tab switch
    {
        OrderTab.ToShip => _counts.ToShip,
        OrderTab.Unpaid => _counts.Unpaid,
        _ => null,
    };

    public string TabLink(OrderTab tab) => Link(tab, null);

    public string NextLink(long before) => Link(Filter.Tab, before);

    private string Link(OrderTab tab, long? before)
    {
        var query = new QueryBuilder { { "tab", tab.ToString() } };
        if (Q is { Length: > 0 })
            query.Add("q", Q);
        if (From is { } from)
            query.Add("from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Until is { } until)
            query.Add("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Attention)
            query.Add("attention", "true");
        if (before is { } place)
            query.Add("before", place.ToString(CultureInfo.InvariantCulture));
        return "/desk/orders" + query.ToQueryString();
    }

    /// <summary>When a day begins where the shop is.</summary>
    private DateTimeOffset? StartOf(DateOnly? day)
    {
        if (day is not { } known)
            return null;
        var start = known.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(start, Shop.TimeZone.GetUtcOffset(start));
    }
}
