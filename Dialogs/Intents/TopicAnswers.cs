using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Answers;
using Microsoft.Bot.Schema;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>Questions about the shop: the merchant's answer where there is one, else the shop's own words, else a person.</summary>
internal sealed class TopicAnswers(MerchantAnswers answers, ShopSettings shop)
{
    /// <summary>Whether the merchant answers just this question; then it is answered.</summary>
    public async Task<bool> TryByExampleAsync(ShopTurn turn, string text, CancellationToken cancellationToken) =>
        await GiveByExampleAsync(turn, text) is not null;

    /// <summary>The merchant's answer to just this question, which was given; null when there is none.</summary>
    public async Task<MerchantAnswer?> GiveByExampleAsync(ShopTurn turn, string text)
    {
        if (answers.FindByExample(text, turn.Language) is not { } answer)
            return null;
        await GiveAsync(turn, answer);
        return answer;
    }

    /// <summary>Whether there is something to say about an intent; then it is said.</summary>
    public async Task<bool> TryAsync(ShopTurn turn, Intent intent, CancellationToken cancellationToken)
    {
        if (answers.Find(intent, turn.Language) is { } answer)
        {
            await GiveAsync(turn, answer);
            return true;
        }

        if (turn.Texts.Find($"topic.{IntentNames.Of(intent)}") is not { } words)
            return false;
        var person = intent is Intent.Thanks or Intent.Smalltalk
            ? []
            : new[] { ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person()) };
        await turn.SendTextAsync(AnswerPlaceholders.Fill(words, name => Value(turn, name)), [.. person, .. CatalogHandler.Around(turn)]);
        return true;
    }

    private Task GiveAsync(ShopTurn turn, MerchantAnswer answer) =>
        turn.SendTextAsync(
            AnswerPlaceholders.Fill(answer.Text, name => Value(turn, name)),
            answer.Buttons.Count == 0 ? CatalogHandler.Around(turn) : answer.Buttons.Select(name => Button(turn, name)));

    private static CardAction Button(ShopTurn turn, string name) => ActionButton.For(turn.Texts.Get($"button.{name}"), name switch
    {
        "categories" => new ShopAction.Categories(0),
        "search" => new ShopAction.AskSearch(),
        "cart" => new ShopAction.ShowCart(0),
        "orders" => new ShopAction.MyOrders(),
        "checkout" => new ShopAction.Checkout(),
        "person" => new ShopAction.Person(),
        "menu" => new ShopAction.Menu(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A file with such a button is refused when it is read."),
    });

    private string? Value(ShopTurn turn, string name) => name switch
    {
        "shop" => shop.Name,
        "email" => shop.SupportEmail,
        "phone" => shop.SupportPhone,
        "hours" => shop.SupportHours,
        "vat" => shop.Prices.Vat.ToString(),
        "terms" => shop.TermsUrl?.AbsoluteUri,
        "privacy" => shop.PrivacyUrl?.AbsoluteUri,
        "delivery" => string.Join('\n', shop.Checkout.Delivery.Methods.Select(method => Delivery(turn, method))),
        "free-from" => shop.Checkout.Delivery.Methods.Select(method => method.FreeFrom).OfType<Catalog.Money>()
            .OrderBy(from => from.Minor).Select(from => from.Show(turn.Texts)).FirstOrDefault(),
        _ => null,
    };

    private static string Delivery(ShopTurn turn, DeliveryMethod method)
    {
        var line = turn.Texts.Get("delivery.list", ("name", method.Name), ("price", CheckoutCards.Price(method.Price, turn.Texts)));
        if (method.Countries.Count > 0)
            line += $" ({string.Join(", ", method.Countries.Select(country => CountryNames.Show(country, turn.Language)))})";
        return method.FreeFrom is { } from ? $"{line}, {turn.Texts.Get("delivery.free.from", ("from", from.Show(turn.Texts)))}" : line;
    }
}
