using System.Collections.Concurrent;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>What the run wanted to do and could not: said at once, and again at the end.</summary>
internal sealed class NotPlayed(TextWriter output)
{
    private readonly ConcurrentDictionary<string, int> _said = new();

    public IEnumerable<string> All =>
        _said.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} ({pair.Value} times)");

    public void Say(string what, int status)
    {
        if (_said.AddOrUpdate(what, 1, (_, times) => times + 1) == 1)
            output.WriteLine($"NOT PLAYED: {what}: the simulator answers {status}.");
    }

    public void Count(string what) => _said.AddOrUpdate(what, 1, (_, times) => times + 1);
}
