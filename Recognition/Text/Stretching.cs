namespace CommerceBot.Recognition.Text;

/// <summary>Takes the stretching out of words: <c>ciaooo</c>, <c>nooo</c>, <c>cooool</c>.</summary>
internal static class Stretching
{
    private const int Stretched = 3;

    /// <summary>Shortens a run of three and more: to one at the end, to two of e and o inside. <c>www</c> and <c>xxl</c> stay.</summary>
    /// <returns>How long the word is now.</returns>
    public static int Undo(Span<char> word)
    {
        var written = 0;
        for (var at = 0; at < word.Length;)
        {
            var (letter, end) = (word[at], at + 1);
            while (end < word.Length && word[end] == letter)
                end++;
            for (var left = Kept(letter, end - at, end == word.Length); left > 0; left--)
                word[written++] = letter;
            at = end;
        }

        return written;
    }

    private static int Kept(char letter, int run, bool isEnd) =>
        run < Stretched || letter is 'x' or 'w' ? run : !isEnd && letter is 'e' or 'o' ? 2 : 1;
}
