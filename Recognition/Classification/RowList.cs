using CommerceBot.Recognition.Features;

namespace CommerceBot.Recognition.Classification;

/// <summary>
/// The known features of a sentence as rows and values, kept and used again by one thread. Words and letters weigh the same
/// together, however many there are of each: their values are one over the root of their number.
/// </summary>
internal sealed class RowList
{
    private int[] _rows = new int[512];
    private float[] _values = new float[512];
    private int _count;

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, _count);

    public void Fill(FeatureTable table, SentenceFeatures features)
    {
        EnsureCapacity(1 + features.Words.Count + features.Letters.Count);
        (_rows[0], _values[0], _count) = (0, 1f, 1);
        Add(table, features.Words.Items);
        Add(table, features.Letters.Items);
    }

    private void Add(FeatureTable table, ReadOnlySpan<uint> features)
    {
        var start = _count;
        foreach (var feature in features)
            if (table.RowOf(feature) is > 0 and var row)
                _rows[_count++] = row;
        _rows.AsSpan(start, _count - start).Sort();
        var end = start;
        for (var at = start; at < _count; at++)
            if (at == start || _rows[at] != _rows[at - 1])
                _rows[end++] = _rows[at];
        _count = end;
        _values.AsSpan(start, _count - start).Fill(1f / MathF.Sqrt(Math.Max(1, _count - start)));
    }

    private void EnsureCapacity(int needed)
    {
        if (needed <= _rows.Length)
            return;
        Array.Resize(ref _rows, 2 * needed);
        Array.Resize(ref _values, 2 * needed);
    }
}
