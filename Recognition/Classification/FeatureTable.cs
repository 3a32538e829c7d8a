using System.Numerics;

namespace CommerceBot.Recognition.Classification;

/// <summary>From a feature's number to its row: open addressing, half full at most.</summary>
internal sealed class FeatureTable
{
    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly int _mask;

    /// <param name="features">The first has row 1; row 0 is the constant.</param>
    public FeatureTable(ReadOnlySpan<uint> features)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * features.Length));
        (_keys, _rows, _mask) = (new uint[size], new int[size], size - 1);
        for (var i = 0; i < features.Length; i++)
        {
            var at = (int)features[i] & _mask;
            while (_rows[at] != 0)
                at = (at + 1) & _mask;
            (_keys[at], _rows[at]) = (features[i], i + 1);
        }
    }

    /// <summary>0 when nobody knows the feature.</summary>
    public int RowOf(uint feature)
    {
        var at = (int)feature & _mask;
        while (_rows[at] != 0)
        {
            if (_keys[at] == feature)
                return _rows[at];
            at = (at + 1) & _mask;
        }

        return 0;
    }
}
