using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Sends several orders at once, each in its own lane and with its own answer.</summary>
internal sealed class ShipManyModel(IOrderQueries queries, DeskCommands commands) : DeskPage
{
    private const int Most = 50;

    public override string Section => "orders";

    /// <summary>The numbers that were ticked in a list.</summary>
    [BindProperty(SupportsGet = true, Name = "n")]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public string? Carrier { get; set; }

    /// <summary>The parcel's number of each order.</summary>
    [BindProperty]
    public Dictionary<string, string?> Numbers { get; set; } = [];

    public IReadOnlyList<Order> Orders { get; private set; } = [];

    public IReadOnlyList<(string Text, bool IsTrouble)> Results { get; private set; } = [];

    public string? Trouble { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(Chosen, cancellationToken);

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(Numbers.Keys, cancellationToken);
        Trouble = Numbers.Values.Select(number => ShippingText.Objection(Carrier, number)).FirstOrDefault(text => text is not null)
            is { } wrong
            ? T[wrong]
            : null;
        if (Trouble is not null)
            return;
        var results = new List<(string, bool)>();
        foreach (var order in Orders)
        {
            var command = new OrderCommand(order.Id.Value, ShippingText.Tidy(Numbers.GetValueOrDefault(order.Number.Value)))
            {
                By = UserId, Carrier = ShippingText.Tidy(Carrier),
            };
            var answer = await commands.SendAsync(
                order, OrderCommands.Ship, command, CommerceBot.Desk.Orders.Ticket.Of(Ticket), cancellationToken);
            results.Add(($"{order.Number}: {Sentence(order, answer)}", answer is not { Done: true }));
        }

        Results = results;
    }

    private string Sentence(Order order, OrderCommandAnswer? answer) => answer switch
    {
        null => T["answer.later"],
        { Code: { } code } => T.Find($"answer.{code.Replace(' ', '-')}", ("number", order.Number), ("amount", "")) ?? answer.Message,
        _ => answer.Message,
    };

    private async Task LoadAsync(IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        Heading = T["ship.many"];
        var known = numbers.Take(Most).Select(text => OrderNumbers.TryParse(text, out var number) ? number : (OrderNumber?)null)
            .OfType<OrderNumber>().Distinct().ToList();
        Orders = [.. (await queries.FindAsync(known, cancellationToken)).Select(found => found.Order).Where(order => order.IsToShip)];
    }
}
