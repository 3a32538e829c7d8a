using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Puts number words together: "two hundred and five", "due milioni trecentomila", "un paio", "tre e mezzo".</summary>
internal sealed class NumberWords(List<Word> words, SpokenLanguage language)
{
    private readonly Vocabulary _spoken = Vocabulary.Of(language);

    /// <summary>The number that begins with word <paramref name="i"/>, or null; <paramref name="next"/> is the word behind it.</summary>
    public FoundNumber? Read(int i, out int next)
    {
        next = i + 1;
        if (Whole(i, ref next) is not { } value)
            return null;
        value = WithFraction(value, ref next);
        var first = i > 0 && _spoken.Minus.Contains(words[i - 1].Folded) ? i - 1 : i;
        return new FoundNumber(first < i ? -value : value, words[first].Start, words[next - 1].End);
    }

    /// <summary>A number in digits may be followed by words: "2 mila", "3 dozzine", "2 e mezzo".</summary>
    public FoundNumber Scaled(FoundNumber digits, int i, ref int next)
    {
        var value = digits.Value;
        var after = next;
        if (Folded(next) is { } word && (_spoken.Scales.TryGetValue(word, out var scale) || _spoken.Collections.TryGetValue(word, out scale)))
        {
            value *= scale;
            next++;
        }
        value = WithFraction(value, ref next);
        if (i > 0 && _spoken.Minus.Contains(words[i - 1].Folded))
            return new FoundNumber(-value, words[i - 1].Start, words[next - 1].End);
        return next == after ? digits : new FoundNumber(value, digits.Start, words[next - 1].End);
    }

    private decimal? Whole(int i, ref int next)
    {
        var word = words[i].Folded;
        if (_spoken.Articles.Contains(word))
            return AfterArticle(i, ref next);
        if (_spoken.Value(word) is { } first)
            return first == 1 && IsNoCount(i) ? null : Sum(first, ref next);
        return _spoken.Half.Contains(word) && IsAlone(i) ? 0.5m : null;
    }

    /// <summary>"This one" points, and "one second" is a while.</summary>
    private bool IsNoCount(int i) =>
        (i > 0 && _spoken.Pointing.Contains(words[i - 1].Folded)) || (Folded(i + 1) is { } after && _spoken.Uncounted.Contains(after));

    /// <summary>"Un paio", "a hundred"; a bare article is one only when it is the whole answer, or counts one thing.</summary>
    private decimal? AfterArticle(int i, ref int next)
    {
        if (Folded(i + 1) is { } word)
        {
            if (_spoken.Collections.TryGetValue(word, out var amount) || _spoken.Scales.TryGetValue(word, out amount))
            {
                next = i + 2;
                return Sum(amount, ref next);
            }
            if (_spoken.Value(word) is not null || _spoken.Uncounted.Contains(word) || language == SpokenLanguage.English)
                return null;
        }
        return IsAlone(i) ? 1 : null;
    }

    /// <summary>True when, but for polite words, this word and at most one more are all there is.</summary>
    private bool IsAlone(int i)
    {
        var others = 0;
        for (var other = 0; other < words.Count; other++)
        {
            if (other == i || words[other].IsPunctuation || _spoken.Fillers.Contains(words[other].Folded))
                continue;
            if (other < i || ++others > 1)
                return false;
        }
        return true;
    }

    private decimal Sum(decimal first, ref int next)
    {
        var (total, current, limit) = (0m, first, decimal.MaxValue);
        while (true)
        {
            var at = SkipJoint(next);
            if (Folded(at) is not { } word)
                break;
            if (at == next && (_spoken.Scales.TryGetValue(word, out var scale) || _spoken.Collections.TryGetValue(word, out scale)) && Multiplies(current, scale, limit))
            {
                if (scale < 1000)
                    current *= scale;
                else
                    (total, current, limit) = (total + (current * scale), 0, scale);
            }
            else if (_spoken.Value(word) is { } more && Adds(total, current, more, limit))
                current += more;
            else
                break;
            next = at + 1;
        }
        return total + current;
    }

    /// <summary>Hundreds are below ten of them, and scales come from great to small.</summary>
    private static bool Multiplies(decimal current, int scale, decimal limit) =>
        current > 0 && scale < limit && (scale >= 1000 ? current < scale : current < 100);

    /// <summary>Twenty takes one, two does not take three: only what fits into the zeros at the end is added.</summary>
    private static bool Adds(decimal total, decimal current, int more, decimal limit)
    {
        if (current == 0)
            return total > 0 && more > 0 && more < limit;
        var room = 1m;
        while (current % (room * 10) == 0)
            room *= 10;
        return more > 0 && more < room;
    }

    /// <summary>Passes over "and", and over the hyphen of "twenty-one".</summary>
    private int SkipJoint(int i)
    {
        if (i + 1 >= words.Count)
            return i;
        var word = words[i];
        var isHyphen = word is { IsPunctuation: true, Folded: "-" } && words[i - 1].End == word.Start && words[i + 1].Start == word.End;
        return isHyphen || _spoken.And.Contains(word.Folded) ? i + 1 : i;
    }

    /// <summary>"Tre e mezzo", "three and a half", "due virgola cinque", "two point five".</summary>
    private decimal WithFraction(decimal whole, ref int next)
    {
        if (Folded(next) is not { } word)
            return whole;
        if (_spoken.And.Contains(word))
        {
            var half = Folded(next + 1) is { } article && _spoken.Articles.Contains(article) ? next + 2 : next + 1;
            if (Folded(half) is { } mezzo && _spoken.Half.Contains(mezzo))
            {
                next = half + 1;
                return whole + 0.5m;
            }
        }
        return _spoken.Point.Contains(word) ? WithDecimals(whole, ref next) : whole;
    }

    private decimal WithDecimals(decimal whole, ref int next)
    {
        var decimals = string.Empty;
        var i = next + 1;
        for (; Folded(i) is { } word && _spoken.Value(word) is { } digit && decimals.Length < 6; i++)
            decimals += digit.ToString(CultureInfo.InvariantCulture);
        if (decimals.Length == 0)
            return whole;
        next = i;
        return whole + decimal.Parse("0." + decimals, CultureInfo.InvariantCulture);
    }

    private string Folded(int i) => i < words.Count && !words[i].IsPunctuation ? words[i].Folded : null;
}
