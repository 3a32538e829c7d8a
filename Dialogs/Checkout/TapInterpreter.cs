using CommerceBot.Cards;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>What a button means inside a checkout, one of a question that was answered meanwhile included.</summary>
internal static class TapInterpreter
{
    public static CheckoutInput Understand(ShopAction action, CheckoutDraft draft, CheckoutScene scene, ShopSettings shop) =>
        action switch
        {
            ShopAction.Cancel => new CheckoutInput.Stop(),
            ShopAction.Back => new CheckoutInput.GoBack(),
            ShopAction.Help => new CheckoutInput.Explain(),
            ShopAction.Languages => new CheckoutInput.AskLanguage(),
            ShopAction.SetLanguage speak => new CheckoutInput.Speak(speak.Language),
            ShopAction.Resume => new CheckoutInput.Repeat(),
            ShopAction.UseAddress when draft.Proposed is { } proposed => new CheckoutInput.Known(draft.Fill(proposed, shop.Checkout)),
            ShopAction.OtherAddress when draft.Proposed is not null => new CheckoutInput.AskFresh(draft with { Proposed = null }),
            ShopAction.UseAll when AnswerInterpreter.Together(draft, scene.Fresh, shop) is not null => AnswerInterpreter.Taken(
                draft, Questions.All, shop),
            ShopAction.UseKnown known
                when draft.FirstMissing == known.Question && CheckoutPrompts.Offer(draft, known.Question, scene.Fresh, shop) is not null =>
                AnswerInterpreter.Taken(draft, [known.Question], shop),
            ShopAction.Answer { Question: Question.CourierNote, Text: AnswerInterpreter.NoNote } => new CheckoutInput.Known(
                draft.Clear(Question.CourierNote)),
            ShopAction.Answer answer when scene.Open == answer.Question => new CheckoutInput.Said(answer.Question, answer.Text),
            ShopAction.OrderAndPay order when draft.FirstMissing is null => new CheckoutInput.Order(order.QuoteHash),
            ShopAction.AskChange => new CheckoutInput.AskChange(
                AnswerInterpreter.Together(draft, scene.Fresh, shop) is null ? draft : draft.Confirm(Questions.All, shop.Checkout)),
            ShopAction.Change { Question: Question.CourierNote } when draft.FirstMissing is null => new CheckoutInput.WriteNote(),
            ShopAction.Change { Question: not Question.CourierNote } change => new CheckoutInput.AskFresh(Reopened(draft, change.Question)),
            // Buttons of a question that was answered meanwhile.
            ShopAction.UseAddress or ShopAction.OtherAddress or ShopAction.UseAll or ShopAction.UseKnown or ShopAction.Answer
                or ShopAction.OrderAndPay or ShopAction.Change => new CheckoutInput.Repeat(),
            _ => new CheckoutInput.Elsewhere(),
        };

    /// <summary>An address is changed as a whole, and what was noted for its courier goes with it.</summary>
    private static CheckoutDraft Reopened(CheckoutDraft draft, Question question) => question == Question.Country
        ? Questions.OfAddress.Append(Question.CourierNote).Aggregate(draft, (changed, one) => changed.Clear(one))
        : draft.Clear(question);
}
