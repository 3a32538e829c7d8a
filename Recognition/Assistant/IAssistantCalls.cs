namespace CommerceBot.Recognition.Assistant;

/// <summary>
/// What a turn may ask a language model. A question is one outbox row, committed with the turn and carried out after it; what comes
/// of it is told to the same lane as one of <see cref="AssistantEvents"/>. There while <see cref="AssistantOptions.IsOn"/>.
/// </summary>
internal interface IAssistantCalls
{
    /// <summary>
    /// Asks, counts it against the day's budget, and has the lane told when <see cref="AssistantOptions.Patience"/> is over.
    /// </summary>
    /// <returns>The id of the question, which every event about it carries; null when the day's budget is used up.</returns>
    Task<string?> AskAsync(AssistantQuestion question, CancellationToken cancellationToken);

    /// <summary>Nobody waits for the question of this lane any more: its time is not told.</summary>
    void Forget();
}
