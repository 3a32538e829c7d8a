namespace CommerceBot.Recognition.Features;

/// <summary>The features of one sentence, kept and used again by one thread: no sentence pays for arrays.</summary>
internal sealed class FeatureList
{
    private uint[] _items = new uint[512];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(uint feature)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, 2 * Count);
        _items[Count++] = feature;
    }
}

/// <summary>What is seen of a sentence: its words (one by one, in pairs, with a gap) and the letters of its words.</summary>
internal sealed class SentenceFeatures
{
    /// <summary>Reused while a sentence is read: the numbers of its words.</summary>
    internal FeatureList Sequence { get; } = new();

    public FeatureList Words { get; } = new();

    public FeatureList Letters { get; } = new();

    public void Clear()
    {
        Sequence.Clear();
        Words.Clear();
        Letters.Clear();
    }
}
