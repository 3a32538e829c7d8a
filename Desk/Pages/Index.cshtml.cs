using CommerceBot.Catalog;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Orders;
using CommerceBot.Desk.Today;

namespace CommerceBot.Desk.Pages;

/// <summary>What a merchant looks at first: what waits, what is wrong, how sales go.</summary>
internal sealed class TodayModel(IOrderQueries orders, ITodayQueries today, IChatQueries chats) : DeskPage
{
    private const int FirstOrders = 6;

    public override string Section => "today";

    public Overview Seen { get; private set; } = null!;

    public OrderCounts Counts { get; private set; } = null!;

    /// <summary>How many wait in the chat for a person.</summary>
    public long WaitingChats { get; private set; }

    public IReadOnlyList<OrderRow> Next { get; private set; } = [];

    public IReadOnlyList<(DateOnly Day, Money Amount)> Days { get; private set; } = [];

    public Money Sum => Days.Aggregate(Money.Zero(Shop.Currency), (sum, day) => sum + day.Amount);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Heading = T["today"];
        var month = LastDays.Until(Now, Shop.TimeZone);
        Seen = await today.ReadAsync(month.Begin, new Language(T.Language), cancellationToken);
        Counts = await orders.CountAsync(cancellationToken);
        WaitingChats = (await chats.CountAsync(cancellationToken)).Waiting;
        Next = (await orders.ListAsync(new OrderFilter(OrderTab.ToShip), FirstOrders, cancellationToken)).Rows;
        Days = month.AddUp(Seen.Takings, Shop.Currency);
    }
}
