using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Asks where the acknowledgement of a withdrawal goes, until an e-mail is given; then the declaration is shown again.</summary>
internal sealed class WithdrawalEmailDialog(ShopSettings shop) : Dialog(Name)
{
    public const string Name = "withdrawal-email";

    private const string Asked = "asked";

    /// <param name="options">The text of the <see cref="ShopAction.AskWithdrawalEmail"/>.</param>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        dc.ActiveDialog.State[Asked] = (string)options!;
        await AskAsync(ShopTurn.Of(dc.Context));
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;
        var turn = ShopTurn.Of(dc.Context);
        var said = Utterance.Of(turn);
        if (said is { Action: null, Intent: ShopIntent.Back or ShopIntent.Cancel })
            return await BackAsync(dc, turn, cancellationToken);
        if (said is { Action: null, Plain: var plain } && plain.Contains('@', StringComparison.Ordinal))
        {
            if (EntryRules.Read(Question.Email, plain, Answers.None, shop.Checkout) is { Value: { } email })
            {
                turn.Conversation.WithdrawalEmail = email;
                return await BackAsync(dc, turn, cancellationToken);
            }

            await turn.SendTextAsync(turn.Texts.Get("withdrawal.email.wrong"));
            return EndOfTurn;
        }

        turn.PassOn();
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ShopTurn.Of(turnContext));

    private static Task AskAsync(ShopTurn turn) => turn.SendTextAsync(turn.Texts.Get("withdrawal.email.ask"));

    private static Task<DialogTurnResult> BackAsync(DialogContext dc, ShopTurn turn, CancellationToken cancellationToken)
    {
        if (ShopActionText.TryRead(dc.ActiveDialog.State[Asked] as string, out var action)
            && action is ShopAction.AskWithdrawalEmail asked)
            turn.Next = new ShopAction.Withdraw(asked.Order, asked.Pieces);
        return dc.EndDialogAsync(null, cancellationToken);
    }
}
