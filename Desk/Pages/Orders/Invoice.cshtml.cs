using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>What the invoice of an order needs, and the number under which it was made.</summary>
internal sealed class InvoiceModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? VatNumber { get; set; }

    [BindProperty]
    public string? TaxCode { get; set; }

    [BindProperty]
    public string? Pec { get; set; }

    [BindProperty]
    public string? RecipientCode { get; set; }

    [BindProperty]
    public string? InvoiceNumber { get; set; }

    public IReadOnlyList<InvoiceFault> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T["invoice"];
        var known = Order.Invoice;
        (Name, VatNumber, TaxCode) = (known?.Name ?? Order.Contact.Name, known?.VatNumber, known?.TaxCode);
        (Pec, RecipientCode, InvoiceNumber) = (known?.Pec, known?.RecipientCode, known?.Number);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T["invoice"];
        var change = new InvoiceChange(Name, VatNumber, TaxCode, Pec, RecipientCode);
        // Each field is named here; the order's turn asks the same rules once more.
        Faults = InvoiceRules.Read(change).Faults;
        return Faults.Count > 0 ? Page() : await SendAsync(OrderCommands.Invoice, Command() with { Invoice = change }, cancellationToken);
    }

    public async Task<IActionResult> OnPostMadeAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
        ?? await SendAsync(
            OrderCommands.Invoice, Command() with { Invoice = new InvoiceChange(Number: InvoiceNumber ?? "") }, cancellationToken);
}
