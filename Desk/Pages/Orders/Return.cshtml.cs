using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>A shopper asks to send goods back: yes or no, with a word that they read.</summary>
internal sealed class ReturnModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    private const int Longest = 1000;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool? Approve { get; set; }

    public ReturnRequest? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T.Get("return", ("number", Order.Number));
        Asked = Order.OpenReturn();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        if (Approve is not { } isApproved)
            return Redirect($"{Path}/return");
        var text = (Text ?? "").Trim();
        return await SendAsync(
            OrderCommands.Return, Command() with { IsApproved = isApproved, Text = text.Length > Longest ? text[..Longest] : text },
            cancellationToken);
    }

    public string NameOf(StockLine piece) =>
        $"{piece.Quantity} × {Order.Lines.FirstOrDefault(line => line.Sku == piece.Sku)?.Title ?? piece.Sku.Value}";
}
