using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Sends all of an order, or a part of it.</summary>
internal sealed class ShipModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    /// <summary>Those that Italian shops use most; any other may be written.</summary>
    public static IReadOnlyList<string> Carriers { get; } =
        ["BRT", "DHL", "FedEx", "GLS", "InPost", "Poste Italiane", "SDA", "TNT", "UPS"];

    [BindProperty]
    public string? Carrier { get; set; }

    [BindProperty]
    public string? Tracking { get; set; }

    [BindProperty]
    public Dictionary<string, int> Pieces { get; set; } = [];

    public string? Trouble { get; private set; }

    /// <summary>Lines of which pieces have not left.</summary>
    public IReadOnlyList<OpenLine> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        if (ShippingText.Objection(Carrier, Tracking) is { } objection)
            return await ShowAsync(objection, cancellationToken);
        if (!ModelState.IsValid || Pieces.Values.Any(pieces => pieces < 0) || Pieces.Values.All(pieces => pieces == 0))
            return await ShowAsync("ship.pieces.wrong", cancellationToken);
        var lines = Pieces.Where(line => line.Value > 0).Select(line => new RefundTermsLine(line.Key, line.Value)).ToList();
        return await SendAsync(OrderCommands.Ship, Command() with
        {
            Carrier = ShippingText.Tidy(Carrier), Tracking = ShippingText.Tidy(Tracking), Lines = lines,
        }, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string? trouble, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T["ship"];
        Trouble = trouble is null ? null : T[trouble];
        var left = Order.LeftToShip(Ledger.RefundedPieces()).ToDictionary(line => line.Sku, line => line.Quantity);
        Open = !Order.IsToShip ? [] :
        [
            .. Order.Lines.Select(line => new OpenLine(
                    line, line.Quantity - Order.ShippedOf(line),
                    Pieces.TryGetValue(line.Sku.Value, out var typed) ? typed : left.GetValueOrDefault(line.Sku)))
                .Where(line => line.Most > 0),
        ];
        return Page();
    }

    /// <param name="Most">Pieces that have not left.</param>
    /// <param name="Value">How many the form suggests.</param>
    internal sealed record OpenLine(OrderLine Line, int Most, int Value);
}

/// <summary>What may be written as a carrier and a parcel's number: shoppers read it.</summary>
internal static class ShippingText
{
    private const int LongestCarrier = 40;
    private const int LongestTracking = 80;

    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextNormalization.OneLine(text);

    /// <summary>The key of what is wrong; null when nothing is.</summary>
    public static string? Objection(string? carrier, string? tracking) =>
        Tidy(carrier) is { } name
        && (name.Length > LongestCarrier || !name.All(sign => char.IsLetterOrDigit(sign) || " .&-'/".Contains(sign)))
            ? "ship.carrier.wrong"
            : Tidy(tracking) is { } number
                && (number.Length > LongestTracking || !number.All(sign => char.IsAsciiLetterOrDigit(sign) || " ._-/".Contains(sign)))
                ? "ship.tracking.wrong"
                : null;
}
