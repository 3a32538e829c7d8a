using System.Text.Json;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>Buttons and quick replies.</summary>
internal static class ActionButton
{
    private static readonly JsonElement FullHeight = JsonElement.Parse("""{"webview_height_ratio":"full"}""");
    private static readonly JsonElement OwnEmail = JsonElement.Parse("""{"content_type":"user_email"}""");
    private static readonly JsonElement OwnPhone = JsonElement.Parse("""{"content_type":"user_phone_number"}""");

    public static CardAction For(string title, ShopAction action) => new(ActionTypes.PostBack, title, value: action.Write());

    /// <summary>Opens a page; inside Messenger over the whole chat.</summary>
    public static CardAction Page(string title, Uri address) =>
        new(ActionTypes.OpenUrl, title, value: address.AbsoluteUri, channelData: FullHeight);

    public static CardAction Link(string title, Uri address) => new(ActionTypes.OpenUrl, title, value: address.AbsoluteUri);

    public static CardAction Call(string title, string phone) => new(ActionTypes.Call, title, value: "tel:" + phone);

    /// <summary>Messenger fills in the e-mail that it knows; other channels have no such button.</summary>
    public static CardAction MyEmail(string title) => new(ActionTypes.PostBack, title, value: title, channelData: OwnEmail);

    /// <summary>Messenger fills in the phone number that it knows; other channels have no such button.</summary>
    public static CardAction MyPhone(string title) => new(ActionTypes.PostBack, title, value: title, channelData: OwnPhone);
}
