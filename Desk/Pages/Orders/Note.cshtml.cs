using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>A note that only the desk's people read.</summary>
internal sealed class NoteModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    private const int Longest = 2000;

    [BindProperty]
    public string? Text { get; set; }

    public IActionResult OnGet() => Redirect($"/desk/orders/{Uri.EscapeDataString(Number)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        var text = (Text ?? "").Trim();
        return await SendAsync(
            OrderCommands.Note, Command() with { Text = text.Length > Longest ? text[..Longest] : text }, cancellationToken);
    }
}
