using CommerceBot.Catalog;
using CommerceBot.Desk.Goods;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>
/// Who answers for a product's safety, and what they warn of: what the feed says, and what the merchant says in its place. An empty
/// field leaves the feed's word.
/// </summary>
internal sealed class SafetyModel(IGoods goods, ISafetyData safety) : DeskPage
{
    public override string Section => "products";

    [BindProperty(SupportsGet = true)]
    public string? Sku { get; set; }

    [BindProperty]
    public string? MakerName { get; set; }

    [BindProperty]
    public string? MakerAddress { get; set; }

    [BindProperty]
    public string? MakerElectronic { get; set; }

    [BindProperty]
    public string? EuName { get; set; }

    [BindProperty]
    public string? EuAddress { get; set; }

    [BindProperty]
    public string? EuElectronic { get; set; }

    /// <summary>For shoppers of every language.</summary>
    [BindProperty]
    public string? Warnings { get; set; }

    /// <summary>For those of one language, by its two letters.</summary>
    [BindProperty]
    public Dictionary<string, string?> WarningsIn { get; set; } = [];

    public GoodsRow Row { get; private set; } = null!;

    public SafetySources Sources { get; private set; } = null!;

    /// <summary>What is wrong, by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    public string ProductPath => $"/desk/products/edit?sku={Uri.EscapeDataString(Row.Sku.Value)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        var own = Sources.Own;
        (MakerName, MakerAddress, MakerElectronic) = own.InAny.Maker;
        (EuName, EuAddress, EuElectronic) = own.InAny.ResponsibleInEu;
        Warnings = own.InAny.Warnings;
        WarningsIn = DeskTexts.Languages.ToDictionary(
            texts => texts.Language, texts => (string?)own.WarningsIn(new Language(texts.Language)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        var typed = Typed();
        Faults = FaultsOf(typed);
        if (Faults.Count > 0)
            return Page();
        await safety.TrySetAsync(Row.Sku, typed, UserId, cancellationToken);
        return Done("safety.done");
    }

    public async Task<IActionResult> OnPostFeedAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        await safety.TryForgetAsync(Row.Sku, UserId, cancellationToken);
        return Done("safety.feed.done");
    }

    /// <summary>A field as the page shows it.</summary>
    public SafetyField Field(string name, string? typed, string feed, string? language = null) => new(
        this, name, typed, feed, name.StartsWith(nameof(Warnings), StringComparison.Ordinal), language);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Sku) || await goods.FindAsync(new Sku(Sku), new Language(T.Language), cancellationToken) is not { } row
            || await safety.FindAsync(row.Sku, cancellationToken) is not { } sources)
            return NotFound();
        (Row, Sources, Heading) = (row, sources, T["safety"]);
        return null;
    }

    private SafetySheet Typed() => new(
        new ProductSafety(
            new SafetyContact(SafetyRules.Line(MakerName), SafetyRules.Line(MakerAddress), SafetyRules.Line(MakerElectronic)),
            new SafetyContact(SafetyRules.Line(EuName), SafetyRules.Line(EuAddress), SafetyRules.Line(EuElectronic)),
            SafetyRules.Text(Warnings)),
        DeskTexts.Languages.ToDictionary(
            texts => new Language(texts.Language), texts => SafetyRules.Text(WarningsIn.GetValueOrDefault(texts.Language))));

    private Dictionary<string, string> FaultsOf(SafetySheet typed)
    {
        var faults = new Dictionary<string, string>();
        var (maker, eu) = (typed.InAny.Maker, typed.InAny.ResponsibleInEu);
        foreach (var (name, text) in new[]
            {
                (nameof(MakerName), maker.Name), (nameof(MakerAddress), maker.Address), (nameof(MakerElectronic), maker.Electronic),
                (nameof(EuName), eu.Name), (nameof(EuAddress), eu.Address), (nameof(EuElectronic), eu.Electronic),
            })
            if (text.Length > ProductSafety.LongestField)
                faults[name] = T.Get("safety.long", ("most", ProductSafety.LongestField), ("length", text.Length));
            else if (name is nameof(MakerElectronic) or nameof(EuElectronic) && text.Length > 0 && !SafetyRules.IsElectronic(text))
                faults[name] = T["safety.electronic.wrong"];
        foreach (var (name, text) in typed.Warnings.Select(said => ($"WarningsIn[{said.Key}]", said.Value))
            .Append((nameof(Warnings), typed.InAny.Warnings)))
            if (text.Length > ProductSafety.LongestWarnings)
                faults[name] = T.Get("safety.long", ("most", ProductSafety.LongestWarnings), ("length", text.Length));
        return faults;
    }

    private RedirectResult Done(string said)
    {
        Say(T[said]);
        return Redirect(ProductPath);
    }
}

/// <param name="Name">Of the form's field.</param>
/// <param name="Feed">What the feed says there; empty for nothing.</param>
/// <param name="Language">Of the text, where it is of one language.</param>
internal sealed record SafetyField(SafetyModel Page, string Name, string? Typed, string Feed, bool IsLong, string? Language)
{
    public string Id => Name.Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    public string? Fault => Page.Faults.GetValueOrDefault(Name);

    public string Label => Page.T[$"safety.{Id}"];

    /// <summary>Ids of what is said about it.</summary>
    public string? DescribedBy => (Fault, Feed.Length) switch
    {
        (null, 0) => null,
        (null, _) => $"{Id}-feed",
        (_, 0) => $"{Id}-fault",
        _ => $"{Id}-fault {Id}-feed",
    };
}
