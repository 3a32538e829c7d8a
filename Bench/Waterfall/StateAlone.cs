using System.Text.Json;

namespace CommerceBot.Bench.Waterfall;

/// The stored states of a cycle, parsed into objects of their own shape and written again, prepared at build time: what no turn
/// can do without.
internal sealed class StateAlone
{
    private readonly byte[][] _stored;

    public StateAlone(byte[][] stored)
    {
        _stored = stored;
        foreach (var state in stored)
            if (!Same(state, Copy(state)))
                throw new InvalidOperationException(
                    $"the stored state has another shape by now: {System.Text.Encoding.UTF8.GetString(state)}");
    }

    public void Run(int cycles)
    {
        for (var cycle = 0; cycle < cycles; cycle++)
            foreach (var state in _stored)
                Copy(state);
    }

    private static byte[] Copy(byte[] state) =>
        JsonSerializer.SerializeToUtf8Bytes(
            JsonSerializer.Deserialize(state, StoredJson.Default.StoredState), StoredJson.Default.StoredState);

    private static bool Same(byte[] one, byte[] other)
    {
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }
}
