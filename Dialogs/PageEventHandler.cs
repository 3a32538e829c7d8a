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
internal sealed class PageEventHandler(Welcome welcome, ShopSettings shop)
{
    private const string Prefix = "facebook/";
    private const int MostProducts = 50;

    private static readonly (string Key, Question Question)[] FormFields =
    [
        ("email", Question.Email),
        ("phone", Question.Phone),
        ("phone_number", Question.Phone),
        ("name", Question.Name),
        ("full_name", Question.Name),
        ("country", Question.Country),
        ("postal_code", Question.Postcode),
        ("zip", Question.Postcode),
        ("zip_code", Question.Postcode),
        ("city", Question.City),
        ("state", Question.Province),
        ("province", Question.Province),
        ("region", Question.Province),
        ("street_1", Question.Street),
        ("address_line_1", Question.Street),
        ("street", Question.Street),
    ];

    /// <summary>Who answers an event of the Page; null for any other.</summary>
    public Func<CancellationToken, Task>? HandlerOf(ShopTurn turn, string name, JsonElement value) => name switch
    {
        Prefix + "referral" => stop => ReferredAsync(turn, stop),
        Prefix + "optin" => stop => OptedInAsync(turn, stop),
        Prefix + "order" => stop => ChosenAsync(turn, value, stop),
        Prefix + "customer_information" => stop => FilledInAsync(turn, value, stop),
        _ => null,
    };

    /// <summary>A link or an advertisement may name a product; anything else is a visit like any other.</summary>
    private async Task ReferredAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var product = await ProductLink.FindAsync(turn, cancellationToken);
        if (!turn.Conversation.Greeted)
            await welcome.IntroduceAsync(turn);
        if (product is not null)
            await CatalogHandler.DetailsAsync(turn, product.Id, cancellationToken);
        else
            await Welcome.MenuAsync(turn, cancellationToken);
    }

    /// <summary>Who opts in on a product's page came for that product; else there is nothing to say.</summary>
    private async Task OptedInAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        if (await ProductLink.FindAsync(turn, cancellationToken) is not { } product)
            return;
        if (!turn.Conversation.Greeted)
            await welcome.IntroduceAsync(turn);
        await CatalogHandler.DetailsAsync(turn, product.Id, cancellationToken);
    }

    private async Task ChosenAsync(ShopTurn turn, JsonElement value, CancellationToken cancellationToken)
    {
        if (!turn.Conversation.Greeted)
            await welcome.IntroduceAsync(turn);
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        var changed = cart;
        foreach (var line in List(value, "products").Take(MostProducts))
        {
            var sku = new Sku(Text(line, "retailer_id") ?? Text(line, "id") ?? "");
            if (Quantity(line) is { } quantity
                && await turn.Catalog.FindAsync(sku, turn.Language, cancellationToken) is { } product
                && product.Variants.FirstOrDefault(one => one.Sku == sku) is { Available: > 0 } variant
                && changed.Add(sku, Math.Min(quantity, variant.Available), variant.PriceAt(turn.Now), product.Title)
                    is CartChange.Changed added)
                changed = added.Cart;
        }

        if (ReferenceEquals(changed, cart))
        {
            await turn.SendTextAsync(turn.Texts.Get("shop.order.none"), CatalogHandler.Around(turn));
            return;
        }

        turn.Orders.Save(changed);
        await turn.SendTextAsync(turn.Texts.Get("shop.order"));
        await CartHandler.ShowAsync(turn, 0, cancellationToken);
    }

    /// <summary>Answers of Messenger's form pass the same rules as typed ones; what fails is asked in words.</summary>
    private async Task FilledInAsync(ShopTurn turn, JsonElement value, CancellationToken cancellationToken)
    {
        if (!turn.Conversation.Greeted)
            await welcome.IntroduceAsync(turn);
        var draft = await turn.Orders.DraftAsync(turn.Shopper, cancellationToken);
        var fields = List(value, "screens").SelectMany(screen => List(screen, "responses"))
            .Select(field => (Key: Text(field, "key") ?? "", Answer: Text(field, "value") ?? "")).Take(MostProducts).ToList();
        var filled = Questions.InOrder.SelectMany(question => FormFields.Where(field => field.Question == question))
            .SelectMany(field => fields.Where(given => given.Key == field.Key).Select(given => (field.Question, given.Answer)))
            .Aggregate(
                draft,
                (known, answer) =>
                    known.Answer(answer.Question, answer.Answer, shop.Checkout) is CheckoutDraftChange.Accepted accepted
                        ? accepted.Draft
                        : known);
        turn.Orders.Save(filled);
        List<CardAction> quick = filled.Buying is null ? [] : [ActionButton.For(turn.Texts.Get("button.resume"), new ShopAction.Resume())];
        await turn.SendTextAsync(turn.Texts.Get("info.thanks"), quick.Concat(CatalogHandler.Around(turn)));
    }

    private static int? Quantity(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty("quantity", out var given)
        && (given.ValueKind == JsonValueKind.Number ? given.TryGetInt32(out var count) : int.TryParse(Text(line, "quantity"), out count))
        && count is >= 1 and <= Cart.MostPerLine
            ? count
            : null;

    private static JsonElement[] List(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
