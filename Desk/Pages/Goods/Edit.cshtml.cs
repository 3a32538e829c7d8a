using CommerceBot.Catalog;
using CommerceBot.Catalog.Amounts;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Goods;
using CommerceBot.Desk.Today;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>One variant: its price and those it had, its count, its low mark, and whether its product is shown.</summary>
internal sealed class EditProductModel(IGoods goods, ISafetyData safety, ISales sales) : DeskPage
{
    private const int Most = 1_000_000;
    private const long MostMinor = 100_000_000;
    private const int MostPrices = 20;
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public override string Section => "products";

    [BindProperty(SupportsGet = true)]
    public string? Sku { get; set; }

    /// <summary>As it was typed: with a point or a comma.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public int? Pieces { get; set; }

    [BindProperty]
    public int? Low { get; set; }

    [BindProperty]
    public bool Hidden { get; set; }

    /// <summary>The word of a class of VAT; empty for the feed's.</summary>
    [BindProperty(Name = "VatClass")]
    public string? Vat { get; set; }

    /// <summary>A class of VAT with its rate, in words.</summary>
    public string Named(VatClass vatClass) => T.Get(
        $"vat.{vatClass.Word()}", ("rate", Shop.Prices.Vat.Find(vatClass)?.ToString() ?? T["products.vat.none"]));

    public GoodsRow Row { get; private set; } = null!;

    /// <summary>The prices it had, the newest first.</summary>
    public IReadOnlyList<PricePoint> Prices { get; private set; } = [];

    /// <summary>What a price cut must be measured by; null when no price is known of these days.</summary>
    public Money? LowestOfMonth { get; private set; }

    /// <summary>Whether no old price may be shown beside its sale price: the 30 days before had one as low, or are not known.</summary>
    public bool IsFalseSale { get; private set; }

    /// <summary>Maker and safety data as a shopper of the reader's language sees them.</summary>
    public ProductSafety Safety { get; private set; } = ProductSafety.None;

    /// <summary>Whether some of it is the merchant's own word.</summary>
    public bool IsSafetyOwn { get; private set; }

    /// <summary>Pieces of the product, all its variants, sold on each of the last thirty days; the oldest first.</summary>
    public IReadOnlyList<(DateOnly Day, long Pieces)> Days { get; private set; } = [];

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostPriceAsync(CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } stop)
            return stop;
        if (!AmountParser.TryParse(Amount ?? "", Row.Price.Currency, out var price, out _) || price.Currency != Row.Price.Currency
            || price.Minor is <= 0 or > MostMinor)
            return await ShowAsync(T["products.price.wrong"], cancellationToken);
        return await goods.TrySetPriceAsync(Row.Sku, price, UserId, cancellationToken)
            ? Done(T.Get("products.price.done", ("price", Price(price))))
            : await ShowAsync(T["products.price.sale"], cancellationToken);
    }

    public async Task<IActionResult> OnPostCountAsync(CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } stop)
            return stop;
        if (Pieces is not (>= 0 and <= Most) || !ModelState.IsValid)
            return await ShowAsync(T["products.count.wrong"], cancellationToken);
        return await goods.TryCountAsync(Row.Sku, Pieces.Value, Now, UserId, cancellationToken)
            ? Done(T["products.count.done"])
            : await ShowAsync(T["products.count.later"], cancellationToken);
    }

    public async Task<IActionResult> OnPostLowMarkAsync(CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } stop)
            return stop;
        if (Low is < 0 or > Most || !ModelState.IsValid)
            return await ShowAsync(T["products.count.wrong"], cancellationToken);
        await goods.SetLowMarkAsync(Row.Sku, Low, UserId, cancellationToken);
        return Done(T["products.low.done"]);
    }

    public async Task<IActionResult> OnPostVatClassAsync(CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } stop)
            return stop;
        VatClass? own = string.IsNullOrEmpty(Vat) ? null : VatClasses.Find(Vat);
        if (own is null ? !string.IsNullOrEmpty(Vat) : Shop.Prices.Vat.Find(own.Value) is null)
            return await ShowAsync(T["products.vat.wrong"], cancellationToken);
        await goods.SetVatClassAsync(Row.Sku, own, UserId, cancellationToken);
        return Done(T["products.vat.done"]);
    }

    public async Task<IActionResult> OnPostHideAsync(CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } stop)
            return stop;
        await goods.SetHiddenAsync(Row.Sku, Hidden, UserId, cancellationToken);
        return Done(T[Hidden ? "products.hide.done" : "products.show.done"]);
    }

    /// <summary>Who may look at this page may not always change what is on it.</summary>
    private async Task<IActionResult?> StartAsync(CancellationToken cancellationToken) =>
        User.Is(DeskRole.Staff) ? await LoadAsync(cancellationToken) : StatusCode(StatusCodes.Status403Forbidden);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Sku) || await goods.FindAsync(new Sku(Sku), new Language(T.Language), cancellationToken) is not { } row)
            return NotFound();
        Row = row;
        Heading = row.Title;
        var prices = await goods.PricesAsync(row.Sku, cancellationToken);
        IsFalseSale = row.Sale is { } sale && (sale.To is null || sale.To > Now)
            && !(PricePoint.BeforeSale(prices, sale, Now) > sale.Price);
        LowestOfMonth = PricePoint.Lowest(prices, Now - Month, Now);
        Prices = [.. prices.Reverse().Take(MostPrices)];
        var month = LastDays.Until(Now, Shop.TimeZone);
        Days = month.AddUp(await sales.OfProductAsync(row.Sku, month.Begin, cancellationToken) ?? []);
        if (await safety.FindAsync(row.Sku, cancellationToken) is { } sources)
            (Safety, IsSafetyOwn) = (sources.ReadIn(new Language(T.Language)), !sources.Own.IsEmpty);
        return null;
    }

    private async Task<IActionResult> ShowAsync(string? trouble, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Trouble = trouble;
        return Page();
    }

    private RedirectResult Done(string text)
    {
        Say(text);
        return Redirect($"/desk/products/edit?sku={Uri.EscapeDataString(Row.Sku.Value)}");
    }
}
