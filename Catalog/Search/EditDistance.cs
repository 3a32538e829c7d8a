namespace CommerceBot.Catalog.Search;

/// <summary>How many letters are wrong, missing, too many or changed with their neighbour (optimal string alignment).</summary>
internal static class EditDistance
{
    private const int Longest = 40;

    /// <summary>The distance, or <paramref name="most"/> + 1 for anything farther.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > Longest || other.Length > Longest)
            return most + 1;
        Span<int> before = stackalloc int[Longest + 1], last = stackalloc int[Longest + 1], row = stackalloc int[Longest + 1];
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return most + 1;
            last[..(other.Length + 1)].CopyTo(before);
            row[..(other.Length + 1)].CopyTo(last);
        }

        return Math.Min(last[other.Length], most + 1);
    }
}
