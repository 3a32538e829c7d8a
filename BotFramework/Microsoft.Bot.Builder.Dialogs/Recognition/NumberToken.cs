namespace Microsoft.Bot.Builder.Dialogs.Recognition;

internal enum NumberTokenKind
{
    Word,

    /// <summary>Digits that are a number: "1.234,50", "1e10".</summary>
    Number,

    /// <summary>"3/4" and "¾".</summary>
    Fraction,

    /// <summary>Digits that are no number: a date, an hour, a telephone number, a code with letters.</summary>
    Code,

    /// <summary>A punctuation mark, a sign or an emoji.</summary>
    Mark,
}

/// <summary>A piece of an answer, from <see cref="Start"/> up to <see cref="End"/>.</summary>
/// <param name="Raw">As it was written.</param>
/// <param name="Text">Without case and accents.</param>
/// <param name="Value">Of a number or fraction.</param>
internal readonly record struct NumberToken(NumberTokenKind Kind, int Start, int End, string Raw, string Text, decimal Value = 0)
{
    /// <summary>It begins where the one before ended: the k of "10k".</summary>
    public bool Touches { get; init; }

    /// <summary>An apostrophe stands for its last vowel: "vent'anni".</summary>
    public bool IsElided { get; init; }

    public bool IsMark(char sign) => Kind == NumberTokenKind.Mark && Raw.Length == 1 && Raw[0] == sign;
}
