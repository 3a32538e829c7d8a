using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>What follows from an intent alone.</summary>
internal static class IntentRules
{
    /// <summary>How sure it must be that a sentence of several words is no answer to the question that is open.</summary>
    private const double Sure = 0.8;

    /// <summary>A name, a town or a street is rarely longer than this without being a sentence.</summary>
    private const int ShortAnswer = 2;

    /// <summary>An e-mail, a number or a postcode that somebody spells out.</summary>
    private const int ShortCode = 3;

    /// <summary>Wants that are never the name of a person, a town or a street.</summary>
    private static readonly HashSet<Intent> Wants =
    [
        Intent.BotOrHuman, Intent.CancelOrder, Intent.CartAdd, Intent.CartQuantity, Intent.CartRemove, Intent.CartShow, Intent.CheckoutEdit,
        Intent.Complaint, Intent.ContactInfo, Intent.Coupon, Intent.DeliveryInfo, Intent.Help, Intent.Invoice, Intent.OpeningHours,
        Intent.OptOut, Intent.OrderStatus, Intent.PaymentInfo, Intent.Person, Intent.Privacy, Intent.ProductFact, Intent.RefundReturn,
        Intent.Stock, Intent.Abuse,
    ];

    /// <summary>
    /// Whether a sentence that was written in place of an answer wants something else. A question mark decides alone; without one it takes
    /// several words and a sure want, so that the town Salve and the firm 3M Italia can be given. An address sounds like a question about
    /// the shop's own: where one is asked for, it is an answer.
    /// </summary>
    /// <param name="open">The question that waits for its answer; null at the summary.</param>
    public static bool Interrupts(RecognizedUtterance said, string text, Question? open)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (text.Contains('?', StringComparison.Ordinal) && words > 1)
            return true;
        if (said.TopIntent is Intent.ContactInfo or Intent.CheckoutEdit && open is { } question && Questions.OfAddress.Contains(question))
            return false;
        var most = open is Question.Email or Question.Phone or Question.Postcode ? ShortCode : ShortAnswer;
        return words > most && said.Score >= Sure && Wants.Contains(said.TopIntent);
    }

    /// <summary>The button that would mean the same as a sentence of this intent; null for talk that wants nothing.</summary>
    public static ShopAction? ActionOf(Intent intent, string text) => intent switch
    {
        Intent.Search or Intent.PriceFilter or Intent.GiftHelp or Intent.Offers or Intent.Bestsellers or Intent.Stock or Intent.ProductFact
            or Intent.CartAdd => new ShopAction.Search(text, 0),
        Intent.BrowseCategory => new ShopAction.Categories(0),
        Intent.CartShow or Intent.CartRemove or Intent.CartQuantity => new ShopAction.ShowCart(0),
        Intent.Checkout or Intent.CheckoutEdit => new ShopAction.Checkout(),
        Intent.OrderStatus or Intent.Reorder or Intent.CancelOrder => new ShopAction.MyOrders(),
        Intent.Person => new ShopAction.Person(),
        Intent.Help => new ShopAction.Help(),
        Intent.Language => new ShopAction.Languages(),
        Intent.Complaint or Intent.RefundReturn or Intent.DeliveryInfo or Intent.PaymentInfo or Intent.OpeningHours or Intent.Invoice
            or Intent.Coupon or Intent.ContactInfo or Intent.Privacy => new ShopAction.AskTopic(IntentNames.Of(intent)),
        _ => null,
    };
}
