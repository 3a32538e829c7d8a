using System.Collections.Concurrent;

namespace CommerceBot.Tests.Runtime;

/// <summary>What a test's bot noticed, in order.</summary>
internal sealed class Notes
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Add(string? line) => _lines.Enqueue(line ?? "");
}
