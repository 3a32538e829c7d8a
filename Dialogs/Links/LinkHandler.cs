using CommerceBot.Cards;
using CommerceBot.Recognition;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>Opens the product that somebody came for, and lets the words that came along be about it.</summary>
internal sealed class LinkHandler(Welcome welcome, IntentHandler intents)
{
    /// <summary>Opens the product that a message or tap names beside its words.</summary>
    /// <returns>Whether that is the whole answer; else the words wait for theirs.</returns>
    public async Task<bool> TryOpenAsync(ShopTurn turn, Utterance utterance, CancellationToken cancellationToken)
    {
        if (utterance.HadCard || utterance.Action is not (null or ShopAction.Start)
            || await ProductLink.FindAsync(turn, cancellationToken) is not { } product)
            return false;
        turn.Conversation.Product = product.Id.Value;
        var intent = WordsOf(turn, utterance) is { Length: > 0 } words ? intents.Recognize(words, turn.Language).TopIntent : (Intent?)null;
        // "Is this still available?" is answered with the product itself.
        if (intent is Intent.Stock or Intent.ProductFact)
            return false;
        if (!turn.Conversation.Greeted)
            await welcome.IntroduceAsync(turn);
        await CatalogHandler.DetailsAsync(turn, product.Id, cancellationToken);
        return intent is null || !IntentRules.IsWant(intent.Value);
    }

    /// <summary>Words of the shopper's own; a button's payload is none.</summary>
    private static string? WordsOf(ShopTurn turn, Utterance utterance) =>
        utterance.Action is not null || utterance.Intent == ShopIntent.Greeting || ProductLink.IsForeignPostback(turn.Context.Activity)
            ? null
            : utterance.Text;
}
