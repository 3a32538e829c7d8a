namespace CommerceBot.Recognition.Answers;

/// <summary>One section of <c>Answers/LANGUAGE.md</c>: a question that shoppers ask, and what the merchant answers.</summary>
/// <param name="Title">The heading; shown on a button that leads here.</param>
/// <param name="Intents">What the recogniser calls the question; empty for one that only its examples describe.</param>
/// <param name="Examples">Sentences that ask it.</param>
/// <param name="Text">The answer, with placeholders such as <c>{delivery}</c>; see <see cref="AnswerPlaceholders"/>.</param>
/// <param name="Buttons">Names of buttons under it, such as <c>person</c>; see <see cref="AnswerFile.ButtonNames"/>.</param>
public sealed record MerchantAnswer(
    string Title, IReadOnlyList<Intent> Intents, IReadOnlyList<string> Examples, string Text, IReadOnlyList<string> Buttons);

/// <summary>A place in a file of answers that cannot be read, and what to write there.</summary>
/// <param name="Line">From 1.</param>
public sealed record AnswerProblem(string File, int Line, string Problem)
{
    public override string ToString() => $"{File}, line {Line}: {Problem}";
}
