using CommerceBot.Orders;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;

namespace CommerceBot.Dialogs;

/// <summary>
/// Asks a language model about a sentence that the recogniser is unsure of, where the merchant has one. The turn ends without a word;
/// the answer, or the end of the time for it, comes back as an event of our own.
/// </summary>
internal sealed class AssistedRecognition(AssistantOptions options, AssistantCircuitBreaker breaker, AssistantMetrics metrics)
{
    /// <summary>Whether it was asked: then nothing is to be said now.</summary>
    public async Task<bool> TryAskAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (!options.IsOn || turn.Assistant is not { } assistant)
            return false;
        if (AssistantQuestion.Of(said, await PersonalAsync(turn, cancellationToken)) is not { } question)
            return false;
        if (!breaker.MayAsk())
            return NotAsked(AssistantOutcome.CircuitOpen);
        if (await assistant.AskAsync(question, cancellationToken) is not { } id)
            return NotAsked(AssistantOutcome.OverBudget);
        turn.Conversation.Pending = new PendingQuestion(id, said.Text, turn.Language.Code);
        return true;
    }

    /// <summary>
    /// Who writes or taps again is answered about that, and about what came before no more: one word for both, never two. A greeting
    /// or thanks sent behind a question takes nothing back.
    /// </summary>
    public static void VoidPending(ShopTurn turn, Utterance utterance)
    {
        if (turn.Conversation.Pending is null || utterance.Intent is ShopIntent.Greeting or ShopIntent.Thanks)
            return;
        turn.Conversation.Pending = null;
        turn.Assistant?.Forget();
    }

    private bool NotAsked(AssistantOutcome outcome)
    {
        metrics.Count(outcome);
        return false;
    }

    /// <summary>What the shop knows of who speaks: none of it is for others, wherever it stands in a sentence.</summary>
    private static async Task<IEnumerable<string>> PersonalAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var draft = await turn.Orders.DraftAsync(turn.Shopper, cancellationToken);
        return new[] { draft.Answers, draft.Remembered }
            .SelectMany(answers => new[] { answers.Name, answers.Street, answers.City, answers.Email, answers.CourierNote })
            .Concat([draft.Proposed?.Name, draft.Proposed?.Street, draft.Proposed?.City])
            .Append(turn.Context.Activity.From?.Name)
            .OfType<string>();
    }
}
