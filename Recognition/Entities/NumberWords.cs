using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Entities;

/// <summary>A quick look whether a sentence can hold a number at all: most hold none, and reading numbers is thorough.</summary>
internal static class NumberWords
{
    /// <summary>How the numbers of both languages begin, in digits' order; too many is harmless, one too few is not.</summary>
    private static readonly string[] Beginnings =
        [
            "un", "due", "tre", "quattr", "cinqu", "sei", "sett", "ott", "nov", "diec", "dici", "undic", "dodic", "quattord", "quindic",
            "sedic", "vent", "quarant", "sessant", "cent", "duecent", "mil", "bil", "tril", "mezz", "prim", "second", "terz", "quart",
            "quint", "sest", "decim", "ultim", "paio", "paia", "coppi", "dozzin", "zero", "nessun", "entramb", "one", "two", "three",
            "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twel", "thir", "fif", "fort", "twent", "hundred", "thousand",
            "first", "third", "last", "half", "quarter", "dozen", "couple", "pair", "both", "single", "once", "twice", "a", "another", "an",
        ];

    /// <summary>Whether a digit, a sign beyond letters, or a word like a number's stands in a sentence.</summary>
    public static bool MayBeIn(TextTokens tokens)
    {
        foreach (var token in tokens.Items)
            if (token.Kind == TokenKind.Number || token.Kind == TokenKind.Sign && !char.IsAscii(token.Folded.Span[0])
                || token.Kind == TokenKind.Word && BeginsLikeOne(token.Folded.Span))
                return true;
        return false;
    }

    private static bool BeginsLikeOne(ReadOnlySpan<char> word)
    {
        foreach (var beginning in Beginnings)
            if (beginning.Length <= 2 ? word.SequenceEqual(beginning) || beginning is "un" && word.StartsWith("un")
                : word.StartsWith(beginning))
                return true;
        return false;
    }
}
