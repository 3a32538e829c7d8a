using CommerceBot.Desk.Orders;

namespace CommerceBot.Desk.Pages;

/// <summary>What to fetch from the stock for several orders at once, added up by variant.</summary>
internal sealed class PickListModel(IOrderQueries queries) : PrintPage(queries)
{
    public IReadOnlyList<Pick> Picks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync("pick-list", cancellationToken);
        Picks =
        [
            .. Orders.SelectMany(details => SlipsModel.PiecesOf(details).Select(piece => (details.Order.Number, piece.Line, piece.Pieces)))
                .GroupBy(piece => piece.Line.Sku)
                .Select(same => new Pick(
                    same.Key.Value, $"{same.First().Line.Title} {same.First().Line.Options}".Trim(), same.Sum(piece => piece.Pieces),
                    string.Join(", ", same.Select(piece => $"{piece.Number} ({piece.Pieces})"))))
                .OrderBy(pick => pick.Title, StringComparer.Create(T.Culture, ignoreCase: true)),
        ];
    }

    /// <param name="For">The orders that want it, each with its pieces.</param>
    internal sealed record Pick(string Sku, string Title, int Pieces, string For);
}
