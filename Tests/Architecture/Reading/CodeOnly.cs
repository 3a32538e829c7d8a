namespace CommerceBot.Tests.Architecture.Reading;

/// <summary>
/// Blanks out what is no code: comments, characters and the words of strings. Code in the holes of an interpolated
/// string stays. Line breaks stay where they are, so that places can still be told.
/// </summary>
internal static class CodeOnly
{
    public static string Of(string text)
    {
        var code = text.ToCharArray();
        Code(code, 0, closing: null);
        return new string(code);
    }

    /// <summary>Walks code until its end, or past the <paramref name="closing"/> that ends a hole.</summary>
    private static int Code(char[] code, int at, int? closing)
    {
        var depth = 0;
        while (at < code.Length)
        {
            if (closing is { } braces && code[at] == '}' && depth == 0)
                return at + braces;
            depth += code[at] switch { '{' => 1, '}' => -1, _ => 0 };
            at = Next(code, at) switch
            {
                Kind.LineComment => BlankUntil(code, at, "\n"),
                Kind.Comment => BlankUntil(code, at, "*/"),
                Kind.Character => Character(code, at),
                Kind.String => Quoted(code, at),
                _ => at + 1,
            };
        }

        return at;
    }

    private static Kind Next(char[] code, int at) => (code[at], at + 1 < code.Length ? code[at + 1] : '\0') switch
    {
        ('/', '/') => Kind.LineComment,
        ('/', '*') => Kind.Comment,
        ('\'', _) => Kind.Character,
        ('"', _) => Kind.String,
        _ => Kind.Code,
    };

    private static int BlankUntil(char[] code, int at, string end)
    {
        var found = code.AsSpan(at + 2).IndexOf(end);
        var stop = found < 0 ? code.Length : at + 2 + found + (end == "\n" ? 0 : end.Length);
        return Blank(code, at, stop);
    }

    private static int Character(char[] code, int at)
    {
        var end = at + 1;
        while (end < code.Length && code[end] is not ('\'' or '\n'))
            end += code[end] == '\\' ? 2 : 1;
        return Blank(code, at + 1, end) + 1;
    }

    /// <summary>A string of any kind, from its first quotation mark. What stands before it tells the kind.</summary>
    private static int Quoted(char[] code, int at)
    {
        var quotes = Count(code, at, '"');
        var (dollars, verbatim) = Prefix(code, at);
        if (quotes == 2)
            return at + quotes;
        var raw = quotes >= 3 && !verbatim;
        return Words(code, at + (raw ? quotes : 1), raw ? quotes : 1, raw ? Math.Max(dollars, 1) : 1, dollars > 0, raw || verbatim, raw);
    }

    private static int Words(char[] code, int at, int quotes, int braces, bool holes, bool keepsBackslash, bool raw)
    {
        while (at < code.Length)
        {
            if (code[at] == '"')
            {
                var run = Count(code, at, '"');
                if (raw ? run >= quotes : !keepsBackslash || run % 2 == 1)
                    return at + (raw || keepsBackslash ? run : 1);
                at = Blank(code, at, at + run);
            }
            else if (holes && code[at] == '{')
            {
                var run = Count(code, at, '{');
                var isHole = raw ? run >= braces : run % 2 == 1;
                at = isHole ? Code(code, at + run, braces) : Blank(code, at, at + run);
            }
            else
            {
                at = Blank(code, at, Math.Min(code.Length, at + (code[at] == '\\' && !keepsBackslash ? 2 : 1)));
            }
        }

        return at;
    }

    private static (int Dollars, bool Verbatim) Prefix(char[] code, int at)
    {
        var (dollars, verbatim) = (0, false);
        for (at--; at >= 0 && code[at] is '$' or '@'; at--)
            (dollars, verbatim) = (dollars + (code[at] == '$' ? 1 : 0), verbatim || code[at] == '@');
        return (dollars, verbatim);
    }

    private static int Count(char[] code, int at, char sign)
    {
        var count = 0;
        while (at + count < code.Length && code[at + count] == sign)
            count++;
        return count;
    }

    private static int Blank(char[] code, int from, int to)
    {
        for (var at = from; at < to && at < code.Length; at++)
            if (code[at] is not ('\n' or '\r'))
                code[at] = ' ';
        return to;
    }

    private enum Kind
    {
        Code,
        LineComment,
        Comment,
        Character,
        String,
    }
}
