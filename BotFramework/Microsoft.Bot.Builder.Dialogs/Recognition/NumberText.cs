using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Digits and signs of every script as the ASCII ones, each in its place: "１２" is "12", and so is "١٢".</summary>
internal static class NumberText
{
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>As long as the text, up to <see cref="Words.LongestAnswer"/>, so that places in it are places in the text.</summary>
    public static string Normalize(string text, SpokenLanguage separators)
    {
        var read = text.Length > Words.LongestAnswer ? text[..Words.LongestAnswer] : text;
        return Ascii.IsValid(read)
            ? read
            : string.Create(read.Length, (read, separators), static (plain, source) =>
            {
                for (var i = 0; i < plain.Length; i++)
                    plain[i] = Normalize(source.read[i], source.separators);
            });
    }

    // The Arabic separators say which they are; they become what the language of the answer writes there.
    private static char Normalize(char sign, SpokenLanguage separators) => sign switch
    {
        '\u066B' => separators == SpokenLanguage.Italian ? ',' : '.',
        '\u066C' => separators == SpokenLanguage.Italian ? '.' : ',',
        '\u066A' => '%',
        '\u2212' or '\uFE63' => '-',
        '\u2044' or '\u2215' => '/',
        >= '\uFF01' and <= '\uFF5E' => (char)(sign - FullWidthOffset),
        _ when char.IsDigit(sign) => (char)('0' + (int)char.GetNumericValue(sign)),
        _ => sign,
    };
}
