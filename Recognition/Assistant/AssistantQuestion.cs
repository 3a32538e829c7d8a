namespace CommerceBot.Recognition.Assistant;

/// <summary>
/// All that a language model gets to see of a conversation: one sentence without anything personal in it, and what the recogniser
/// thinks of it. The names and meanings of all intents are the same for every question and stand in <see cref="AssistantPrompt"/>.
/// </summary>
/// <param name="Sentence">As <see cref="SentenceRedaction"/> leaves it; at most <see cref="LongestSentence"/> UTF-16 units.</param>
/// <param name="Language">A code such as <c>it</c>.</param>
/// <param name="Likely">The names of the likeliest intents, the likeliest first.</param>
internal sealed record AssistantQuestion(string Sentence, string Language, IReadOnlyList<string> Likely)
{
    public const int LongestSentence = 500;

    private const int MostLikely = 3;

    /// <param name="personal">What the shop knows of the shopper (names, addresses), to be taken out wherever it stands.</param>
    /// <returns>Null when nothing is left of the sentence that somebody could understand.</returns>
    public static AssistantQuestion? Of(RecognizedUtterance said, IEnumerable<string> personal)
    {
        ArgumentNullException.ThrowIfNull(said);
        var sentence = SentenceRedaction.Redact(said.Text, personal);
        return SentenceRedaction.HasWords(sentence)
            ? new AssistantQuestion(
                Cut(sentence), said.Language.Code, [.. said.Intents.Take(MostLikely).Select(ranked => IntentNames.Of(ranked.Intent))])
            : null;
    }

    /// <summary>Cut after the redaction, and at a blank: half a number or name would be none, and stay.</summary>
    private static string Cut(string sentence)
    {
        if (sentence.Length <= LongestSentence)
            return sentence;
        var blank = sentence.LastIndexOf(' ', LongestSentence);
        var end = blank > 0 ? blank : LongestSentence;
        return sentence[..(char.IsHighSurrogate(sentence[end - 1]) ? end - 1 : end)];
    }
}
