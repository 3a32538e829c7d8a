using CommerceBot.Catalog;
using CommerceBot.Catalog.Amounts;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Gives money back: pieces, the delivery, an amount, or all that is left. What it comes to is shown before it is done.</summary>
internal sealed class RefundModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    [BindProperty(SupportsGet = true)]
    public Way How { get; set; }

    [BindProperty(SupportsGet = true)]
    public Dictionary<string, int> Pieces { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Delivery { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Restock { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Amount { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Confirmed { get; set; }

    /// <summary>What can still go back; null when nothing can.</summary>
    public Money? Left { get; private set; }

    public Money? DeliveryLeft { get; private set; }

    public IReadOnlyList<ShipModel.OpenLine> Lines { get; private set; } = [];

    /// <summary>What would go back, to be looked at; null while it is being chosen.</summary>
    public RefundPlan.Planned? Plan { get; private set; }

    public string? Trouble { get; private set; }

    public Money? Limit => RefundLimit is { } minor ? new Money(minor, Order.Currency) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Show(null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        if (Confirmed == "back")
            return Show(null);
        if (Terms(out var request) is not { } terms)
            return Show(T["refund.wrong"]);
        if (RefundPlan.Make(Order, Ledger, request, Shop.Prices.Limits) is not RefundPlan.Planned plan)
            return Show(T.Find($"answer.refused.{Refusal(request)}", ("number", Order.Number), ("amount", "")) ?? T["refund.wrong"]);
        if (Confirmed == "true")
            return await SendAsync(
                OrderCommands.Refund, Command() with { Refund = terms, Text = ShippingText.Tidy(Reason), RefundLimit = RefundLimit },
                cancellationToken);
        Plan = plan;
        return Show(null);
    }

    public string TitleOf(RefundPart part) => part.Sku is { } sku
        ? Order.Lines.FirstOrDefault(line => line.Sku == sku)?.Title ?? sku.Value
        : Order.Delivery.Name;

    private TransitionRefusal Refusal(RefundRequest request) =>
        RefundPlan.Make(Order, Ledger, request, Shop.Prices.Limits) is RefundPlan.Refused refused
            ? refused.Kind
            : TransitionRefusal.WrongAmount;

    /// <summary>What was chosen; null when it is nothing that could be refunded.</summary>
    private RefundTerms? Terms(out RefundRequest request)
    {
        request = new RefundRequest.Everything();
        switch (How)
        {
            case Way.All:
                return new RefundTerms(null, [], false, Restock);
            case Way.Amount
                when AmountParser.TryParse(Amount ?? "", Order.Currency, out var amount, out _) && amount.Currency == Order.Currency:
                request = new RefundRequest.Amount(amount);
                return new RefundTerms(amount.Minor, [], false, false);
            case Way.Pieces
                when ModelState.IsValid
                    && Pieces.Values.All(pieces => pieces >= 0)
                    && (Delivery || Pieces.Values.Any(pieces => pieces > 0)):
                var chosen = Pieces.Where(line => line.Value > 0).ToList();
                request = new RefundRequest.Pieces([.. chosen.Select(line => new StockLine(new Sku(line.Key), line.Value))], Delivery);
                return new RefundTerms(null, [.. chosen.Select(line => new RefundTermsLine(line.Key, line.Value))], Delivery, Restock);
            default:
                return null;
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show(string? trouble)
    {
        Heading = T.Get("refund", ("number", Order.Number));
        Trouble = trouble;
        var left = Ledger.Facts.Where(fact => fact.IsReceipt).Select(Ledger.LeftOf).Where(money => money.Minor > 0).ToList();
        Left = left.Count == 0 ? null : left.Aggregate((sum, one) => sum.Currency == one.Currency ? sum + one : sum);
        var refunded = Ledger.RefundedPieces().ToDictionary(line => line.Sku, line => line.Quantity);
        Lines =
        [
            .. Order.Lines.Select(line => new ShipModel.OpenLine(
                    line, line.Quantity - refunded.GetValueOrDefault(line.Sku), Pieces.GetValueOrDefault(line.Sku.Value)))
                .Where(line => line.Most > 0),
        ];
        DeliveryLeft = RefundParts.OfDelivery(Order, Ledger) is { Count: > 0 } parts
            ? parts.Aggregate(Money.Zero(Order.Currency), (sum, part) => sum + part.Amount)
            : null;
        return Page();
    }

    /// <summary>How a merchant says how much.</summary>
    internal enum Way
    {
        Pieces,
        Amount,
        All,
    }
}
