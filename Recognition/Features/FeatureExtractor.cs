using System.Runtime.InteropServices;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Features;

/// <summary>
/// Turns a sentence into features. A word that training met once or never is also "an unknown word", so that <c>do you have X</c>
/// means the same for an X that nobody wrote before.
/// </summary>
internal static class FeatureExtractor
{
    private const int ShortestGram = 3;
    private const int LongestGram = 5;
    private const int LongestCounted = 12;
    private const int ShortestMistyped = 4;

    private static readonly uint Begin = Number("<s>");
    private static readonly uint End = Number("</s>");
    private static readonly uint Unknown = Number("<unknown>");
    private static readonly uint Face = Number("<face>");

    /// <summary>The feature that a word alone makes.</summary>
    public static uint Number(ReadOnlySpan<char> word) => FeatureHash.Mix(FeatureHash.Add(FeatureHash.Word, word));

    /// <param name="clean">As <see cref="TextNormalizer.Clean"/> makes it.</param>
    /// <param name="isKnown">Whether training met this word (<see cref="Number"/>) twice at least.</param>
    /// <param name="features">Filled anew.</param>
    public static void Read(string clean, TextTokens tokens, Func<uint, bool> isKnown, SentenceFeatures features) =>
        Read(clean, tokens, .., isKnown, features);

    /// <summary>The same of some of the tokens, as if they stood alone.</summary>
    public static void Read(string clean, TextTokens tokens, Range part, Func<uint, bool> isKnown, SentenceFeatures features)
    {
        features.Clear();
        features.Sequence.Add(Begin);
        foreach (var token in CollectionsMarshal.AsSpan(tokens.Items)[part])
        {
            var number = Number(Shape(token));
            if (!IsPunctuation(token))
                features.Sequence.Add(token.Kind == TokenKind.Word && !isKnown(number) ? Unknown : number);
            features.Words.Add(number);
            if (IsFace(token))
                features.Words.Add(Face);
            if (token.Kind == TokenKind.Word)
            {
                Letters(token.Folded.Span, features.Letters);
                LetterSet(token.Folded.Span, features.Letters);
            }

            if (token.Kind == TokenKind.Word && Accented(clean, token))
                features.Words.Add(FeatureHash.Mix(FeatureHash.Add(FeatureHash.Accented, token.Folded.Span)));
        }

        features.Sequence.Add(End);
        Sequences(features.Sequence.Items, features.Words);
    }

    private static void Sequences(ReadOnlySpan<uint> sequence, FeatureList words)
    {
        words.Add(FeatureHash.Mix(FeatureHash.Length + (uint)Math.Min(sequence.Length - 2, LongestCounted)));
        for (var at = 0; at + 1 < sequence.Length; at++)
        {
            if (sequence[at] == Unknown)
                words.Add(Unknown);
            words.Add(FeatureHash.Join(FeatureHash.Pair, sequence[at], sequence[at + 1]));
            if (at + 2 < sequence.Length)
                words.Add(FeatureHash.Join(FeatureHash.Gap, sequence[at], sequence[at + 2]));
        }
    }

    /// <summary>Three to five letters on end, the ends of the word among them.</summary>
    private static void Letters(ReadOnlySpan<char> word, FeatureList letters)
    {
        var padded = word.Length + 2;
        for (var start = 0; start + ShortestGram <= padded; start++)
        {
            var hash = FeatureHash.Letters;
            for (var length = 1; length <= LongestGram && start + length <= padded; length++)
            {
                var at = start + length - 2;
                hash = FeatureHash.Add(hash, at < 0 || at == word.Length ? '_' : word[at]);
                if (length >= ShortestGram)
                    letters.Add(FeatureHash.Mix(hash));
            }
        }
    }

    /// <summary>The first letter and which letters there are: the same for <c>totale</c>, <c>toatle</c> and <c>tottale</c>.</summary>
    private static void LetterSet(ReadOnlySpan<char> word, FeatureList letters)
    {
        if (word.Length < ShortestMistyped)
            return;
        var set = 0u;
        foreach (var letter in word)
            set |= 1u << (letter & 31);
        letters.Add(FeatureHash.Join(FeatureHash.LetterSet, set, word[0]));
    }

    /// <summary>A number stands for all of its length: 12 and 47 say the same.</summary>
    private static ReadOnlySpan<char> Shape(TextToken token) => token.Kind != TokenKind.Number ? token.Folded.Span : token.Length switch
    {
        1 => "#",
        2 => "##",
        3 or 4 => "####",
        _ => "########",
    };

    private static bool IsPunctuation(TextToken token) =>
        token.Kind == TokenKind.Sign && token.Length == 1 && token.Folded.Span[0] is < (char)0x80 and not ('$' or '%');

    /// <summary>The block of faces and gestures (U+1F600 to U+1F64F), the later faces (U+1F910 to U+1F97A), and a heart.</summary>
    private static bool IsFace(TextToken token) => token is { Kind: TokenKind.Sign, Length: 2 }
        ? char.ConvertToUtf32(token.Folded.Span[0], token.Folded.Span[1]) is (>= 0x1F600 and <= 0x1F64F) or (>= 0x1F910 and <= 0x1F97A)
        : token.Kind == TokenKind.Sign && token.Folded.Span[0] == '\u2764';

    private static bool Accented(string clean, TextToken token)
    {
        foreach (var sign in clean.AsSpan(token.Start, token.Length))
            if (sign > 0x7F)
                return true;
        return false;
    }
}
