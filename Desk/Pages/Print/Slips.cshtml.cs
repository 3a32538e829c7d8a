using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>A packing slip for each order, a page each, with what is still to be packed. It names no prices: it may be a gift.</summary>
internal sealed class SlipsModel(IOrderQueries queries) : PrintPage(queries)
{
    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync("slips", cancellationToken);

    /// <summary>What is left to send; of an order that has left, all of it.</summary>
    public static IEnumerable<(OrderLine Line, int Pieces)> PiecesOf(OrderDetails details)
    {
        var left = details.Order.IsToShip
            ? details.Order.LeftToShip(details.Ledger.RefundedPieces())
            : [.. details.Order.Lines.Select(line => new StockLine(line.Sku, line.Quantity))];
        return left.Select(piece => (details.Order.Lines.First(line => line.Sku == piece.Sku), piece.Quantity));
    }
}

/// <summary>A page that is made for paper.</summary>
internal abstract class PrintPage(IOrderQueries queries) : DeskPage
{
    private const int Most = 200;

    [BindProperty(SupportsGet = true, Name = "n")]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<OrderDetails> Orders { get; private set; } = [];

    protected async Task LoadAsync(string heading, CancellationToken cancellationToken)
    {
        Heading = T[heading];
        var numbers = Chosen.Take(Most).Select(text => OrderNumbers.TryParse(text, out var number) ? number : (OrderNumber?)null)
            .OfType<OrderNumber>().Distinct().ToList();
        Orders = await queries.FindAsync(numbers, cancellationToken);
    }
}
