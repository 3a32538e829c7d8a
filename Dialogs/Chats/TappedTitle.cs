using CommerceBot.Cards;

namespace CommerceBot.Dialogs;

/// <summary>What stood on a button that was tapped: channels send what it means.</summary>
internal static class TappedTitle
{
    public static string Of(ShopTurn turn, ShopAction action, string payload) => action switch
    {
        ShopAction.Search search => search.Query,
        ShopAction.Answer answer => answer.Text,
        ShopAction.SetLanguage speak => Texts.Of(speak.Language).Get("language.name"),
        _ when KeyOf(action) is { } key => turn.Texts.Get(key),
        _ => turn.Conversation.Buttons?.FirstOrDefault(button => button.Value == payload).Key ?? "…",
    };

    private static string? KeyOf(ShopAction action) => action switch
    {
        ShopAction.Start or ShopAction.Menu => "button.menu",
        ShopAction.Categories or ShopAction.BrowseCategory => "button.categories",
        ShopAction.AskSearch => "button.search",
        ShopAction.Details => "button.details",
        ShopAction.ChooseVariant => "button.choose",
        ShopAction.BuyNow => "button.buy",
        ShopAction.AddToCart => "button.add",
        ShopAction.ShowCart => "button.cart",
        ShopAction.Checkout => "button.checkout",
        ShopAction.Resume => "button.resume",
        ShopAction.OrderAndPay => "button.order",
        ShopAction.MyOrders => "button.orders",
        ShopAction.ShowOrder => "button.order.details",
        ShopAction.PayOrder => "button.pay",
        ShopAction.Paid => "button.paid",
        ShopAction.CancelOrder => "button.order.cancel",
        ShopAction.OrderAgain => "button.again",
        ShopAction.AskWithdrawal or ShopAction.Withdraw => "button.withdraw",
        ShopAction.ConfirmWithdrawal => "button.withdraw.confirm",
        ShopAction.Cancel => "button.cancel",
        ShopAction.Back => "button.back",
        ShopAction.Help => "button.help",
        ShopAction.Person => "button.person",
        _ => null,
    };
}
