namespace CommerceBot.Catalog.Search;

/// <summary>
/// Bounds of the price in a sentence: <c>sotto i 20 euro</c>, <c>max 25</c>, <c>tra 10 e 30</c>, <c>20-30€</c>, <c>più di
/// 50</c>, <c>venti euro</c>.
/// A number with another unit behind it (<c>30 cm</c>, <c>3 tazze</c>) is none. A bare sum, <c>un regalo da 20 euro</c>, is the
/// most to be spent.
/// </summary>
internal sealed class PriceReading(IReadOnlyList<QueryToken> tokens, Lexicon lexicon)
{
    private const int MostFillers = 3;

    public PriceBound? AtLeast { get; private set; }

    public PriceBound? AtMost { get; private set; }

    /// <summary>Takes every bound; of two that contradict each other both hold, and nothing will be found.</summary>
    public void Take()
    {
        for (var at = 0; at < tokens.Count; at++)
            if (!tokens[at].IsTaken && !Between(at) && !Bound(at, lexicon.AtMost, isLeast: false)
                && !Bound(at, lexicon.AtLeast, isLeast: true))
                Sum(at);
    }

    private bool Between(int at)
    {
        var begin = lexicon.Between.At(tokens, at).Length;
        var first = Amount(at + begin);
        if (first is not { } low)
            return false;
        var dash = low.End < tokens.Count && tokens[low.End].Stem == "-";
        var join = dash ? 1 : begin > 0 && low.End < tokens.Count ? lexicon.And.At(tokens, low.End).Length : 0;
        if (join == 0 || Amount(low.End + join) is not { } high || begin == 0 && !low.HasCurrency && !high.HasCurrency)
            return false;
        var (least, most) = low.Value <= high.Value ? (low.Value, high.Value) : (high.Value, low.Value);
        Least(new PriceBound(least, IsInclusive: true));
        Most(new PriceBound(most, IsInclusive: true));
        return TakeAll(at, high.End);
    }

    private bool Bound(int at, Phrases phrases, bool isLeast)
    {
        var length = phrases.At(tokens, at).Length;
        if (length == 0 || Amount(at + length) is not { } amount)
            return false;
        // "da 20 euro": the most, unless it says "in su"; "from 20": the least.
        var bound = new PriceBound(amount.Value, lexicon.Strictly.At(tokens, at).Length < length);
        if (isLeast)
            Least(bound);
        else
            Most(bound);
        return TakeAll(at, amount.End + Length(lexicon.AndUp, amount.End));
    }

    private void Sum(int at)
    {
        if (tokens[at].Number is null && tokens[at].Stem is not ("€" or "$" or "£") && lexicon.Numbers.At(tokens, at).Length == 0)
            return;
        if (Amount(at) is not { } amount)
            return;
        var up = Length(lexicon.AndUp, amount.End);
        var down = up > 0 ? 0 : Length(lexicon.AndDown, amount.End);
        if (!amount.HasCurrency && up + down == 0)
            return;
        if (up > 0)
            Least(new PriceBound(amount.Value, IsInclusive: true));
        else
            Most(new PriceBound(amount.Value, IsInclusive: true));
        TakeAll(at, amount.End + up + down);
    }

    private void Least(PriceBound bound) => AtLeast = AtLeast is { } known && known.Amount > bound.Amount ? known : bound;

    private void Most(PriceBound bound) => AtMost = AtMost is { } known && known.Amount < bound.Amount ? known : bound;

    /// <summary>A sum of money that begins here, after articles and a sign; null when it is a number of something else.</summary>
    private (decimal Value, int End, bool HasCurrency)? Amount(int at)
    {
        var hasCurrency = false;
        for (var skipped = 0; at < tokens.Count && skipped < MostFillers && IsFiller(at, out var isCurrency); skipped++, at++)
            hasCurrency |= isCurrency;
        var (value, length) = at < tokens.Count && !tokens[at].IsTaken ? Value(at) : default;
        if (length == 0)
            return null;
        var end = at + length;
        var currency = Length(lexicon.Currency, end);
        if (currency == 0 && end < tokens.Count && (lexicon.Units.Contains(tokens[end].Stem) || tokens[end].Stem == "%"))
            return null;
        return (value, end + currency, hasCurrency || currency > 0);
    }

    private bool IsFiller(int at, out bool isCurrency)
    {
        isCurrency = lexicon.Currency.At(tokens, at).Length > 0;
        return isCurrency || tokens[at].Number is null && lexicon.IsStop(tokens[at]) && lexicon.Numbers.At(tokens, at).Length == 0;
    }

    private (decimal Value, int Length) Value(int at)
    {
        if (tokens[at].Number is { } digits)
            return (digits, 1);
        var (key, length) = lexicon.Numbers.At(tokens, at);
        return length == 0 ? (0, 0) : (decimal.Parse(key, System.Globalization.CultureInfo.InvariantCulture), length);
    }

    private int Length(Phrases phrases, int at) => at < tokens.Count ? phrases.At(tokens, at).Length : 0;

    private bool TakeAll(int from, int to)
    {
        for (var at = from; at < to; at++)
            tokens[at].IsTaken = true;
        return true;
    }
}
