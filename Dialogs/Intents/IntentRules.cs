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
        Intent.Stock, Intent.Abuse, Intent.Language,
    ];

    /// <summary>A name has a word that nobody trained; a sentence has hardly one.</summary>
    private const double NearlyAll = 0.75;

    /// <summary>What towns and streets are mostly said for, in sentences to a shop.</summary>
    private static readonly HashSet<Intent> SoundsLikeAnAddress = [Intent.ContactInfo, Intent.CheckoutEdit];

    /// <summary>Towns alone, too: "Bari?" asks whether the shop delivers there.</summary>
    private static readonly HashSet<Intent> SaidOfTowns = [Intent.DeliveryInfo, Intent.OrderStatus];

    /// <summary>Whether an intent wants something of the shop that is no product.</summary>
    public static bool IsWant(Intent intent) => Wants.Contains(intent);

    /// <summary>
    /// Whether a sentence that was written in place of an answer wants something else. A question mark decides alone; without one it takes
    /// several words and a sure want, so that the town Salve and the firm 3M Italia can be given. An address sounds like a question about
    /// the shop's own: where one is asked for, it is an answer.
    /// </summary>
    /// <param name="open">The question that waits for its answer; null at the summary.</param>
    public static bool Interrupts(RecognizedUtterance said, string text, Question? open)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var asks = text.Contains('?', StringComparison.Ordinal);
        // A note may say anything to the courier, also what would be a want elsewhere: "call before you deliver".
        if (open == Question.CourierNote)
            return asks && said.Score >= Sure && Wants.Contains(said.TopIntent);
        if (asks && words > 1)
            return true;
        if (SoundsLikeAnAddress.Contains(said.TopIntent) && open is { } question && Questions.OfAddress.Contains(question))
            return false;
        var most = open is Question.Email or Question.Phone or Question.Postcode ? ShortCode : ShortAnswer;
        return words > most && said.Score >= Sure && Wants.Contains(said.TopIntent);
    }

    /// <summary>
    /// Whether what was written for a name, a town or a street reads like a sentence about something else: it is asked once more, and taken
    /// when it is said again; so is a long name or town with digits. "Vicolo Stretto 4" is a street whatever else its words are. One or two
    /// words, and a street with its number, are doubted only when they are a want that no name can be: Rosa Bianchi may be a colour,
    /// "rimborso subito" is nobody.
    /// </summary>
    public static bool IsDoubtful(RecognizedUtterance said, Question? open)
    {
        if (open is not (Question.Name or Question.City or Question.Street))
            return false;
        var words = said.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var hasDigit = said.Text.Any(char.IsDigit);
        if (open != Question.Street && hasDigit && words > ShortAnswer)
            return true;
        if (said.Score < Sure || said.KnownShare <= NearlyAll
            || open == Question.Street && hasDigit && StreetWords.Start(said.Text) == 0)
            return false;
        if (open != Question.Name
            && (SoundsLikeAnAddress.Contains(said.TopIntent) || words <= ShortAnswer && SaidOfTowns.Contains(said.TopIntent)))
            return false;
        var mayBeOne = words <= ShortAnswer || open == Question.Street && hasDigit;
        return !mayBeOne || Wants.Contains(said.TopIntent);
    }

    /// <summary>Whether an action shows or asks something and changes nothing: no cart, no order, no language, no dialog.</summary>
    public static bool OnlyShows(ShopAction action) => action
        is ShopAction.Start or ShopAction.Menu or ShopAction.Help or ShopAction.Person or ShopAction.AskTopic or ShopAction.Languages
        or ShopAction.Categories or ShopAction.BrowseCategory or ShopAction.AskSearch or ShopAction.Search or ShopAction.Details
        or ShopAction.ShowCart or ShopAction.MyOrders or ShopAction.ShowOrder;

    /// <summary>What is said in a checkout to a want that is met elsewhere; null for one that is met there and then.</summary>
    public static string? LaterWord(Intent intent) => intent switch
    {
        Intent.CheckoutEdit => "aside.edit",
        Intent.Help or Intent.Checkout => "aside.help",
        Intent.Search or Intent.PriceFilter or Intent.GiftHelp or Intent.Offers or Intent.Bestsellers or Intent.BrowseCategory
            or Intent.CartShow or Intent.CartAdd or Intent.CartRemove or Intent.CartQuantity or Intent.Reorder => "aside.later",
        _ => null,
    };

    /// <summary>The button that would mean the same as a sentence of this intent; null for small talk.</summary>
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
