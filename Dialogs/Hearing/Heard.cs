using System.Text.Json;
using CommerceBot.Cards;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>What a shopper said or tapped.</summary>
/// <param name="Action">The button, when it is one of ours.</param>
/// <param name="Wish">What the words ask for, when they are of the usual ones.</param>
/// <param name="IsBroken">Meant as a button, and none that this shop knows: forged, or of an old version.</param>
/// <param name="HadCard">A card number stood in the text and was taken out at the door.</param>
internal sealed record Heard(string Text, ShopAction? Action, Wish Wish, bool IsBroken, bool HadCard)
{
    /// <summary>What the door writes in the place of a card number.</summary>
    public const string CardMark = "[card number removed]";

    /// <summary>A tap's action stands in Value, or on some channels is the text.</summary>
    public static Heard In(IMessageActivity message)
    {
        var text = (message.Text ?? "").Trim();
        var value = message.Value switch
        {
            string given => given,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
            _ => null,
        };
        var payload = ShopActionText.LooksLikeOne(value) ? value : text;
        if (ShopActionText.TryRead(payload, out var action))
            return new Heard("", action, Wish.None, false, false);
        var hadCard = text.Contains(CardMark, StringComparison.Ordinal);
        var said = text.Replace(CardMark, " ", StringComparison.Ordinal).Trim();
        return new Heard(said, null, Wishes.In(said), ShopActionText.LooksLikeOne(payload), hadCard);
    }

    /// <summary>What the shopper says now.</summary>
    public static Heard Of(Turn turn) => In(turn.Context.Activity);
}
