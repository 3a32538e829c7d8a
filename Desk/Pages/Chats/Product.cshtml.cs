using CommerceBot.Chats;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Goods;
using CommerceBot.Desk.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Finds a product and shows it to the shopper.</summary>
internal sealed class ChatProductModel(IChatQueries queries, DeskCommands commands, IGoods goods) : ChatPageModel(queries, commands)
{
    private const int Most = 12;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public string? Sku { get; set; }

    public IReadOnlyList<GoodsRow> Found { get; private set; } = [];

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } stop)
            return stop;
        var answer = await AskAsync(ChatCommands.Product, Command() with { Sku = Sku }, cancellationToken);
        if (answer is { Done: false })
        {
            await LoadAsync(cancellationToken);
            return await ShowAsync(Sentence(answer), cancellationToken);
        }

        Say(Sentence(answer));
        return Redirect(Path);
    }

    private async Task<IActionResult> ShowAsync(string? trouble, CancellationToken cancellationToken)
    {
        Heading = T.Get("chat.product.to", ("name", ShopperName));
        Trouble = trouble;
        // Of one product with several variants the first stands for all.
        Found = (await goods.ListAsync(new GoodsQuery(GoodsView.OnSale, Q, new(Chat.Language)), 0, 4 * Most, cancellationToken)).Rows
            .DistinctBy(row => row.Title).Take(Most).ToList();
        return Page();
    }
}
