using System.Globalization;
using CommerceBot.Desk.Goods;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>What is on sale, what runs low, what is hidden.</summary>
internal sealed class ProductsModel(IGoods goods) : DeskPage
{
    private const int Size = 50;

    public override string Section => "products";

    [BindProperty(SupportsGet = true)]
    public GoodsView View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; }

    public GoodsPage List { get; private set; } = new([], 0);

    public bool HasMore => (PageNumber + 1) * Size < List.Total;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Heading = T["products"];
        View = Enum.IsDefined(View) ? View : GoodsView.OnSale;
        PageNumber = Math.Clamp(PageNumber, 0, 100_000);
        List = await goods.ListAsync(new GoodsQuery(View, Q, new(T.Language)), PageNumber, Size, cancellationToken);
    }

    public string Link(GoodsView view, int page)
    {
        var query = new QueryBuilder { { "view", view.ToString() } };
        if (Q is { Length: > 0 })
            query.Add("q", Q);
        if (page > 0)
            query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        return "/desk/products" + query.ToQueryString();
    }
}
