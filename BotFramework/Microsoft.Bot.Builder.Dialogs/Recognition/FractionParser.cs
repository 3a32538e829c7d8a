using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>What stands behind a whole number and makes it more or less: "three quarters", "e mezzo", "point five", "1 1/2".</summary>
internal sealed class FractionParser(List<NumberToken> tokens, NumberGrammar grammar)
{
    private const int MostDecimals = 10;

    private readonly CardinalParser _cardinals = new(tokens, grammar);

    /// <summary>The whole number with what follows it.</summary>
    public Cardinal Added(Cardinal whole) =>
        whole.Value != decimal.Truncate(whole.Value) ? whole : Divided(whole) ?? WithPart(whole) ?? WithDecimals(whole) ?? whole;

    /// <summary>"Half a dozen", "mezzo milione"; <paramref name="i"/> is behind the half. Null when nothing is halved.</summary>
    public Cardinal? HalfOf(int i)
    {
        var at = PastArticle(PastOf(i));
        return _cardinals.Multiplier(at) is { } amount ? new Cardinal(0.5m * amount, at + 1) : null;
    }

    /// <summary>One part: the "quarter" of "a quarter", and of "a quarter of a million".</summary>
    public Cardinal? Part(int i) =>
        Denominator(i) is (var value, false) ? Multiplied(1 / value, i + 1) : null;

    /// <summary>"Three quarters of a million", "two and a half dozen".</summary>
    public Cardinal Multiplied(decimal value, int next)
    {
        var at = PastOf(next);
        at = at > next ? PastArticle(at) : at;
        return _cardinals.Multiplier(at) is { } amount ? new Cardinal(value * amount, at + 1) : new Cardinal(value, next);
    }

    /// <summary>"Two thirds", "twenty and three fifths": only what follows the last "and" is divided.</summary>
    private Cardinal? Divided(Cardinal whole)
    {
        var at = _cardinals.PastHyphen(whole.Next);
        var before = whole.BeforeAnd ?? 0;
        var count = whole.Value - before;
        return Denominator(at) is { } part && count > 0 && (part.IsPlural || count == 1)
            ? Multiplied(before + (count / part.Value), at + 1)
            : null;
    }

    private Cardinal? WithPart(Cardinal whole)
    {
        var isAnd = _cardinals.WordAt(whole.Next) is { } and && grammar.And.Contains(and);
        var at = isAnd ? whole.Next + 1 : whole.Next;
        if (at < tokens.Count && tokens[at] is { Kind: NumberTokenKind.Fraction, Value: < 1 } fraction)
            return _cardinals.PastUnit(at + 1) is { } next ? Multiplied(whole.Value + fraction.Value, next) : null;
        if (!isAnd)
            return null;

        var part = PastArticle(at);
        if (_cardinals.WordAt(part) is { } half && grammar.Half.Contains(half))
            return WithHalf(whole, part + 1);
        if (part > at)
            return Denominator(part) is (var one, false) ? Multiplied(whole.Value + (1 / one), part + 1) : null;
        return _cardinals.Value(at) is not null && _cardinals.Read(at) is { } count && Denominator(count.Next) is { } several
            && (several.IsPlural || count.Value == 1) ? Multiplied(whole.Value + (count.Value / several.Value), count.Next + 1) : null;
    }

    /// <summary>The half of "a million and a half" is half a million; that of "a hundred and a half" is a half.</summary>
    private Cardinal WithHalf(Cardinal whole, int next) =>
        whole.LastScale > 0 ? new Cardinal(whole.Value + (whole.LastScale / 2), next) : Multiplied(whole.Value + 0.5m, next);

    private Cardinal? WithDecimals(Cardinal whole)
    {
        if (_cardinals.WordAt(whole.Next) is not { } point || !grammar.Point.Contains(point))
            return null;
        var decimals = new StringBuilder();
        var next = whole.Next + 1;
        while (decimals.Length < MostDecimals && DecimalsAt(next, out var behind) is { } digits)
        {
            decimals.Append(CultureInfo.InvariantCulture, $"{digits}");
            next = behind;
        }
        return decimals.Length == 0 ? null : Multiplied(whole.Value + decimal.Parse("0." + decimals, CultureInfo.InvariantCulture), next);
    }

    /// <summary>"Seven", "seventy", "seventy-one": in "point seventy one" they are two digits.</summary>
    private decimal? DecimalsAt(int i, out int next)
    {
        next = i + 1;
        if (i < tokens.Count && tokens[i] is { Kind: NumberTokenKind.Number, Value: < 1_000_000 and var digits })
            return decimal.IsInteger(digits) ? digits : null;
        if (_cardinals.Value(i) is not (>= 0 and < 100 and { } value))
            return null;
        var unit = _cardinals.PastHyphen(next);
        if (value < 20 || value % 10 != 0 || _cardinals.Value(unit) is not (> 0 and < 10 and { } more))
            return value;
        next = unit + 1;
        return value + more;
    }

    private (decimal Value, bool IsPlural)? Denominator(int i) => _cardinals.WordAt(i) is { } word ? grammar.Denominator(word) : null;

    private int PastOf(int i) => _cardinals.WordAt(i) is { } word && grammar.Of.Contains(word) ? i + 1 : i;

    private int PastArticle(int i) => _cardinals.WordAt(i) is { } word && grammar.Articles.Contains(word) ? i + 1 : i;
}
