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
    /// <summary>Which rule is broken, for who says it in own words.</summary>
    public AnswerFault Fault { get; init; }

    /// <summary>What stands there and is wrong; empty where something is missing.</summary>
    public string Value { get; init; } = "";

    public override string ToString() => $"{File}, line {Line}: {Problem}";
}

/// <summary>A rule of the files of answers.</summary>
public enum AnswerFault
{
    /// <summary>Words before the first heading.</summary>
    NoHeading,

    /// <summary>The heading is empty or too long.</summary>
    Heading,

    /// <summary>A line of the head that means nothing.</summary>
    Line,

    /// <summary>No intent is called so.</summary>
    Intent,

    /// <summary>No button is called so.</summary>
    Button,

    /// <summary>There is no answer.</summary>
    NoText,

    /// <summary>The answer is longer than a message.</summary>
    TooLong,

    /// <summary>Neither an intent nor an example leads here.</summary>
    NobodyAsks,

    /// <summary>Nothing is filled in under this name.</summary>
    Placeholder,

    /// <summary>Two answers to one intent.</summary>
    Twice,
}
