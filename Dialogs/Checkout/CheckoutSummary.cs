using CommerceBot.Cards;
using CommerceBot.Mails;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>The last look before ordering: what was agreed in words, and under it the total with the one button that orders.</summary>
internal static class CheckoutSummary
{
    private const int LatestByLaw = 30;

    public static async Task ShowAsync(ShopTurn turn, CheckoutDraft draft, Quote quote, ShopSettings shop)
    {
        if (draft.Answers.AsContact() is not { } contact || draft.Answers.AsAddress() is not { } address)
            return;
        var texts = turn.Texts;
        await turn.SendTextAsync($"{Before(quote, shop, texts)}\n\n{CheckoutCards.Summary(quote, contact, address, texts)}");
        await turn.SendAsync(Reply.Card(null, CheckoutCards.Total(quote, shop.TermsUrl, texts), (IEnumerable<CardAction>)
        [
            ActionButton.For(
                texts.Get(address.CourierNote is null ? "button.note" : "button.note.change"),
                new ShopAction.Change(Question.CourierNote)),
            ActionButton.For(texts.Get("button.back"), new ShopAction.Back()),
            ActionButton.For(texts.Get("button.cancel"), new ShopAction.Cancel()),
        ]));
    }

    /// <summary>
    /// What a shopper must be able to read before they order (Directive 2011/83/EU, art. 6(1)): who sells, when it comes, how it is paid,
    /// the right to withdraw and its function, the legal guarantee. Features and total stand between it and the button (art. 8(2)).
    /// </summary>
    private static string Before(Quote quote, ShopSettings shop, Texts texts) => texts.Get(
        shop.PaysReturns ? "summary.before.shop" : "summary.before",
        ("seller", string.Join(", ", SellerLines.Of(shop, texts))),
        ("days", shop.Checkout.Delivery.Find(quote.Delivery.Method)?.Days ?? LatestByLaw),
        ("withdraw", shop.WithdrawalPage(texts.Language).AbsoluteUri), ("guarantee", shop.GuaranteePage(texts.Language).AbsoluteUri));
}
