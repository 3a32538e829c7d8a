using System.Collections;

namespace CommerceBot.Recognition.Entities;

/// <summary>Words to look for in a sentence, without a copy of each of its words.</summary>
internal sealed class WordSet : IEnumerable<string>
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>For the form <c>["one", "two"]</c>.</summary>
    public void Add(string word) => _words.Add(word);

    /// <param name="word">Folded, as a token's is.</param>
    public bool Contains(ReadOnlySpan<char> word) => _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public IEnumerator<string> GetEnumerator() => _words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
