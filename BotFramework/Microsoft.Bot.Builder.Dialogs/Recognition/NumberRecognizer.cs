namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>A number somebody wrote in digits or in words, from <see cref="Start"/> up to <see cref="End"/>.</summary>
public readonly record struct RecognizedNumber(decimal Value, int Start, int End);

/// <summary>The numbers in a sentence, as <c>NumberPrompt</c> reads them.</summary>
public static class NumberRecognizer
{
    /// <param name="locale">Whose words and separators; English when it is null or unknown.</param>
    public static IReadOnlyList<RecognizedNumber> Recognize(string text, string locale)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Numbers.In(text, Language.Of(locale)).Select(number => new RecognizedNumber(number.Value, number.Start, number.End))];
    }
}
