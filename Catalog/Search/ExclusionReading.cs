namespace CommerceBot.Catalog.Search;

/// <summary>
/// What it must not be and what must be said of it: <c>senza glutine</c>, <c>nut free</c>, <c>vegan</c>, <c>not red</c>,
/// <c>tranne candele</c>. What is
/// <c>free from</c> something and what is <c>vegan</c> must stand in the product's data; a colour, a material or a thing may not be there.
/// </summary>
internal sealed class ExclusionReading(IReadOnlyList<QueryToken> tokens, Lexicon lexicon)
{
    private const int MostFillers = 3;

    /// <summary>
    /// Marks after which an unknown word is a thing (no candles), where others speak of what is inside (without a handle).
    /// </summary>
    private static readonly HashSet<string> OfThings = ["no", "niente", "zero"];

    public List<QueryProperty> Excluded { get; } = [];

    public List<QueryProperty> Required { get; } = [];

    public void Take()
    {
        for (var at = 0; at < tokens.Count; at++)
            if (!tokens[at].IsTaken && !Intolerant(at) && !SomethingFree(at) && !FreeFrom(at) && !Not(at))
                Claim(at);
    }

    private bool Intolerant(int at)
    {
        var (substance, length) = lexicon.Intolerant.At(tokens, at);
        return length > 0 && Require(PropertyKind.FreeFrom, substance, at, at, at + length);
    }

    private void Claim(int at)
    {
        var (claim, length) = lexicon.Claims.At(tokens, at);
        if (length > 0)
            Require(PropertyKind.Claim, claim, at, at, at + length);
    }

    // gluten free, nut-free, bpa free; and never "free shipping".
    private bool SomethingFree(int at)
    {
        var (substance, length) = lexicon.Substances.At(tokens, at);
        if (length == 0 && !lexicon.IsStop(tokens[at]) && tokens[at].Number is null)
            (substance, length) = (tokens[at].Word, 1);
        var free = at + length;
        if (length > 0 && free < tokens.Count && tokens[free].Stem == "-")
            free++;
        if (length == 0 || free >= tokens.Count || tokens[free].Word != "free" || tokens[free].IsTaken)
            return false;
        var material = lexicon.Materials.At(tokens, at).Key;
        return material.Length > 0 ? Exclude(PropertyKind.Material, material, at, at, free + 1)
            : Require(PropertyKind.FreeFrom, substance, at, at, free + 1);
    }

    private bool FreeFrom(int at)
    {
        var (mark, length) = lexicon.FreeFrom.At(tokens, at);
        if (length == 0)
            return false;
        var taken = false;
        for (var next = Target(at + length, MostFillers); next < tokens.Count; next = taken ? Further(next) : tokens.Count)
        {
            var end = Known(at, next, PropertyKind.FreeFrom);
            if (end == 0 && !taken && !lexicon.IsStop(tokens[next]) && tokens[next].Number is null)
            {
                end = next + 1;
                if (OfThings.Contains(mark))
                    Exclude(PropertyKind.Thing, tokens[next].Stem, next, at, end);
                else
                    Require(PropertyKind.FreeFrom, tokens[next].Word, next, at, end);
            }

            taken = end > 0;
            next = taken ? end : tokens.Count;
        }

        return taken;
    }

    private bool Not(int at)
    {
        var (mark, length) = lexicon.Not.At(tokens, at);
        if (length == 0)
            return false;
        var target = Target(at + length, MostFillers);
        if (target >= tokens.Count)
            return false;
        var end = Known(at, target, PropertyKind.FreeFrom);
        if (end > 0)
        {
            for (var next = Further(end); next < tokens.Count
                && Known(at, next, PropertyKind.FreeFrom) is > 0 and var further; next = Further(further))
            {
            }

            return true;
        }

        // "non fa tic tac" excludes nothing: only the very next word can be the thing.
        return target == at + length && !lexicon.IsStop(tokens[target]) && tokens[target].Number is null
            && Exclude(PropertyKind.Thing, tokens[target].Stem, target, at, target + 1);
    }

    /// <summary>Takes a colour, material or substance of the lists that begins here; answers where it ends, or 0.</summary>
    private int Known(int from, int at, PropertyKind inside)
    {
        var (colour, colourLength) = lexicon.Colours.At(tokens, at);
        var (material, materialLength) = lexicon.Materials.At(tokens, at);
        var (substance, substanceLength) = lexicon.Substances.At(tokens, at);
        var longest = Math.Max(colourLength, Math.Max(materialLength, substanceLength));
        if (longest == 0)
            return 0;
        var end = at + longest;
        if (substanceLength == longest)
            Require(inside, substance, at, from, end);
        else if (colourLength == longest)
            Exclude(PropertyKind.Colour, colour, at, from, end);
        else
            Exclude(PropertyKind.Material, material, at, from, end);
        return end;
    }

    private int Target(int at, int fillers)
    {
        for (var skipped = 0; at < tokens.Count && skipped < fillers && !tokens[at].IsTaken
            && (lexicon.IsStop(tokens[at]) || tokens[at].Stem == "-"); skipped++)
            at++;
        return at < tokens.Count && !tokens[at].IsTaken ? at : tokens.Count;
    }

    // senza glutine e lattosio; without nuts, eggs or milk
    private int Further(int at) => Target(at, 2);

    private bool Require(PropertyKind kind, string value, int said, int from, int end) => Keep(Required, kind, value, said, from, end);

    private bool Exclude(PropertyKind kind, string value, int said, int from, int end) => Keep(Excluded, kind, value, said, from, end);

    private bool Keep(List<QueryProperty> kept, PropertyKind kind, string value, int said, int from, int end)
    {
        var words = string.Join(' ', tokens.Skip(said).Take(end - said).Select(token => token.Word));
        if (!kept.Exists(known => known.Kind == kind && known.Value == value))
            kept.Add(new QueryProperty(kind, value, words));
        for (var at = from; at < end; at++)
            tokens[at].IsTaken = true;
        return true;
    }
}
