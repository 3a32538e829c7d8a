namespace CommerceBot.Recognition.Text;

internal enum TokenKind { Word, Number, Sign }

/// <summary>A word, a number in digits, or a sign (an emoji too).</summary>
/// <param name="Start">Where it stands in the clean text; the words of one abbreviation share their place.</param>
/// <param name="Folded">Without case, accents and stretching, abbreviations written out.</param>
internal readonly record struct TextToken(TokenKind Kind, int Start, int Length, ReadOnlyMemory<char> Folded);

/// <summary>
/// Cuts a clean text (<see cref="TextNormalizer.Clean"/>) into tokens. Apostrophes part words (<c>l'olio</c> is l, olio), but for
/// English endings (<c>don't</c> is dont); digits and letters part too (<c>500g</c> is 500, g).
/// </summary>
internal sealed class TextTokens
{
    private readonly string _text;
    private readonly char[] _buffer;
    private int _written;

    private TextTokens(string clean)
    {
        _text = clean;
        _buffer = new char[clean.Length + 8 + clean.Count(LongerFolded)];
        Items = new List<TextToken>(8 + clean.Length / 5);
        for (var at = 0; at < clean.Length;)
            at = Next(at);
    }

    public List<TextToken> Items { get; }

    /// <param name="clean">A text as <see cref="TextNormalizer.Clean"/> makes it.</param>
    public static TextTokens Of(string clean) => new(clean);

    private static bool LongerFolded(char sign) => LatinFolding.Spelt(sign) is not null;

    private int Next(int at)
    {
        var sign = _text[at];
        if (char.IsAsciiDigit(sign))
            return Number(at);
        if (IsLetter(sign))
            return Word(at);
        if (char.IsWhiteSpace(sign) || IsMark(sign) || sign is '\'' or '"')
            return at + 1;
        var length = char.IsHighSurrogate(sign) && at + 1 < _text.Length ? 2 : 1;
        if (length == 2 && _text[at] == '\uD83C' && _text[at + 1] is >= '\uDFFB' and <= '\uDFFF')
            return at + length; // a skin tone belongs to the emoji before it
        if (Items.Count == 0 || Items[^1] is not { Kind: TokenKind.Sign } last || !last.Folded.Span.SequenceEqual(_text.AsSpan(at, length)))
            Items.Add(new TextToken(TokenKind.Sign, at, length, _text.AsMemory(at, length)));
        return at + length;
    }

    private int Number(int at)
    {
        var end = at;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            end++;
        Items.Add(new TextToken(TokenKind.Number, at, end - at, _text.AsMemory(at, end - at)));
        return end;
    }

    private int Word(int at)
    {
        var (end, begin) = (at, _written);
        for (; end < _text.Length; end++)
        {
            if (_text[end] == '\'' && EndingAfter(end))
                continue;
            if (!IsLetter(_text[end]) && !IsMark(_text[end]))
                break;
            Write(_text[end]);
        }

        _written = begin + Stretching.Undo(_buffer.AsSpan(begin, _written - begin));
        var word = _buffer.AsMemory(begin, _written - begin);
        if (Abbreviations.Expansion(word.Span) is { } words)
            foreach (var one in words)
                Items.Add(new TextToken(TokenKind.Word, at, end - at, one.AsMemory()));
        else if (word.Length > 0)
            Items.Add(new TextToken(TokenKind.Word, at, end - at, word));
        return end;
    }

    /// <summary>Whether 't, 's, 'm, 'd, 're, 've or 'll ends the word here.</summary>
    private bool EndingAfter(int apostrophe)
    {
        var end = apostrophe + 1;
        while (end < _text.Length && IsLetter(_text[end]))
            end++;
        return (end - apostrophe - 1) switch
        {
            1 => char.ToLowerInvariant(_text[apostrophe + 1]) is 't' or 's' or 'm' or 'd',
            2 => _text.AsSpan(apostrophe + 1, 2) is var two && (two.Equals("re", StringComparison.OrdinalIgnoreCase)
                || two.Equals("ve", StringComparison.OrdinalIgnoreCase) || two.Equals("ll", StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };
    }

    private void Write(char sign)
    {
        if (LatinFolding.Spelt(sign) is { } letters)
            foreach (var letter in letters)
                _buffer[_written++] = letter;
        else if (LatinFolding.Of(sign) is not '\0' and var plain)
            _buffer[_written++] = plain;
    }

    private static bool IsLetter(char sign) => char.IsLetter(sign) || char.IsDigit(sign) && !char.IsAsciiDigit(sign);

    private static bool IsMark(char sign) => sign is >= '\u0300' and <= '\u036F';
}
