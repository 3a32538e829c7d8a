using System.Text.Json;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>What a shopper said or tapped.</summary>
/// <param name="Text">As it was typed: names and flags hold signs that normalising changes.</param>
/// <param name="Action">The button, when it is one of ours.</param>
/// <param name="Intent">What the words ask for, when they are of the usual ones.</param>
/// <param name="IsBroken">Meant as a button, and none that this shop knows: forged, or of an old version.</param>
/// <param name="HadCard">A card number stood in the text and was taken out before it was stored.</param>
internal sealed record Utterance(string Text, ShopAction? Action, ShopIntent Intent, bool IsBroken, bool HadCard)
{
    /// <summary>What the inbox writes in the place of a card number.</summary>
    public const string CardNumberPlaceholder = "[card number removed]";

    /// <summary>The text in plain signs (<see cref="TextNormalization"/>), as every question reads it.</summary>
    public string Plain { get; private init; } = Text;

    /// <summary>Whether a button was touched; false for its title when that was typed.</summary>
    public bool IsTap { get; private init; }

    /// <summary>The conversation's.</summary>
    public Language Language { get; private init; }

    /// <summary>A tap's action stands in Value, or on some channels is the text.</summary>
    public static Utterance Read(IMessageActivity message)
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
            return new Utterance("", action, ShopIntent.None, false, false) { IsTap = true };
        var hadCard = text.Contains(CardNumberPlaceholder, StringComparison.Ordinal);
        var said = text.Replace(CardNumberPlaceholder, " ", StringComparison.Ordinal).Trim();
        var plain = TextNormalization.OneLine(said);
        return new Utterance(said, null, IntentPhrases.In(plain), ShopActionText.LooksLikeOne(payload), hadCard) { Plain = plain };
    }

    /// <summary>What the shopper says now: the typed title of a button that was shown last is that button.</summary>
    public static Utterance Of(ShopTurn turn)
    {
        var read = Read(turn.Context.Activity) with { Language = turn.Language };
        if (read is not { Action: null, IsBroken: false, HadCard: false, Intent: ShopIntent.None, Plain.Length: > 0 }
            || turn.Conversation.Buttons is not { } buttons
            || !buttons.TryGetValue(IntentPhrases.Fold(read.Plain), out var payload)
            || !ShopActionText.TryRead(payload, out var action))
            return read;
        return read with { Text = "", Plain = "", Action = action };
    }
}
