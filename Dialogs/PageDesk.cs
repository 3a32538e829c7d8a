using System.Text.Json;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// What happens around the chat on a Messenger Page: links that lead here, goods chosen in the Page's shop, Messenger's own
/// address form. All of it comes from outside: names are looked up, prices are ours, answers are checked.
/// </summary>
internal sealed class PageDesk(Welcome welcome, ShopSettings shop)
{
    private const string Prefix = "facebook/";
    private const int MostProducts = 50;

    private static readonly (string Key, Question Question)[] FormFields =
    [
        ("email", Question.Email), ("phone", Question.Phone), ("phone_number", Question.Phone), ("name", Question.Name), ("full_name", Question.Name),
        ("country", Question.Country), ("postal_code", Question.Postcode), ("zip", Question.Postcode), ("zip_code", Question.Postcode),
        ("city", Question.City), ("street_1", Question.Street), ("address_line_1", Question.Street), ("street", Question.Street),
    ];

    public static bool Concerns(Turn turn) => turn.Context.Activity is { Name: { } name, Value: JsonElement } && name.StartsWith(Prefix, StringComparison.Ordinal);

    public Task HearAsync(Turn turn, CancellationToken cancellationToken) =>
        HearAsync(turn, turn.Context.Activity.Name!, (JsonElement)turn.Context.Activity.Value!, cancellationToken);

    private Task HearAsync(Turn turn, string name, JsonElement value, CancellationToken cancellationToken) => name switch
    {
        Prefix + "referral" => ReferredAsync(turn, value, cancellationToken),
        Prefix + "order" => ChosenAsync(turn, value, cancellationToken),
        Prefix + "customer_information" => FilledInAsync(turn, value, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>A link or an advertisement may name a product; anything else is a visit like any other.</summary>
    private async Task ReferredAsync(Turn turn, JsonElement value, CancellationToken cancellationToken)
    {
        var named = Text(value, "ref") is { Length: > 0 and <= 100 } given ? given : null;
        if (!turn.Talk.Greeted)
            await welcome.IntroduceAsync(turn);
        if (named is not null && (await turn.Catalog.FindAsync(new ProductId(named), turn.Language, cancellationToken)
                ?? await turn.Catalog.FindAsync(new Sku(named), turn.Language, cancellationToken)) is { } product)
            await Browse.DetailsAsync(turn, product.Id, cancellationToken);
        else
            await Welcome.MenuAsync(turn, cancellationToken);
    }

    private static async Task ChosenAsync(Turn turn, JsonElement value, CancellationToken cancellationToken)
    {
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        var changed = cart;
        foreach (var line in List(value, "products").Take(MostProducts))
        {
            var sku = new Sku(Text(line, "retailer_id") ?? Text(line, "id") ?? "");
            if (Quantity(line) is { } quantity
                && await turn.Catalog.FindAsync(sku, turn.Language, cancellationToken) is { } product
                && product.Variants.FirstOrDefault(one => one.Sku == sku) is { Available: > 0 } variant
                && changed.Add(sku, Math.Min(quantity, variant.Available), variant.PriceAt(turn.Now), product.Title) is CartChange.Changed added)
                changed = added.Cart;
        }

        if (ReferenceEquals(changed, cart))
        {
            await turn.SayAsync(turn.Words.Say("shop.order.none"), Browse.Around(turn));
            return;
        }

        turn.Orders.Save(changed);
        await turn.SayAsync(turn.Words.Say("shop.order"));
        await CartDesk.ShowAsync(turn, 0, cancellationToken);
    }

    /// <summary>Answers of Messenger's form pass the same rules as typed ones; what fails is asked in words.</summary>
    private async Task FilledInAsync(Turn turn, JsonElement value, CancellationToken cancellationToken)
    {
        var draft = await turn.Orders.DraftAsync(turn.Shopper, cancellationToken);
        var fields = List(value, "screens").SelectMany(screen => List(screen, "responses"))
            .Select(field => (Key: Text(field, "key") ?? "", Answer: Text(field, "value") ?? "")).Take(MostProducts).ToList();
        var filled = FormFields.OrderBy(field => field.Question)
            .SelectMany(field => fields.Where(given => given.Key == field.Key).Select(given => (field.Question, given.Answer)))
            .Aggregate(draft, (known, answer) => known.Answer(answer.Question, answer.Answer, shop.Checkout) is DraftChange.Accepted accepted ? accepted.Draft : known);
        turn.Orders.Save(filled);
        List<CardAction> quick = filled.Buying is null ? [] : [Tap.On(turn.Words.Say("button.resume"), new ShopAction.Resume())];
        await turn.SayAsync(turn.Words.Say("info.thanks"), quick.Concat(Browse.Around(turn)));
    }

    private static int? Quantity(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty("quantity", out var given)
        && (given.ValueKind == JsonValueKind.Number ? given.TryGetInt32(out var count) : int.TryParse(Text(line, "quantity"), out count))
        && count is >= 1 and <= Cart.MostPerLine
            ? count
            : null;

    private static JsonElement[] List(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
