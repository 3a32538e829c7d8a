namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// Makes JSON that is nested without end as deep as a reader bears. One event of that kind must not cost its neighbours, and
/// a JsonDocument takes a time that grows with the square of the depth (dotnet/runtime, MetadataDb, read 2026-11-27).
/// </summary>
internal static class DeepJson
{
    /// <summary>The usual limit of System.Text.Json; events have less than ten levels.</summary>
    public const int MostDepth = 64;

    /// <summary>The same JSON; what lies deeper than that is 0. The length stays, so that places in messages hold.</summary>
    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> json)
    {
        var cut = default(byte[]);
        var (depth, quoted) = (0, false);
        for (var at = 0; at < json.Length; at++)
        {
            var sign = json.Span[at];
            if (!quoted && (sign is (byte)'[' or (byte)'{') && ++depth == MostDepth + 1)
                (cut ??= json.ToArray())[at] = (byte)'0';
            else if (depth > MostDepth)
                cut![at] = (byte)' ';

            if (quoted && sign == '\\')
            {
                if (++at < json.Length && depth > MostDepth)
                    cut![at] = (byte)' ';
            }
            else if (sign == '"')
                quoted = !quoted;
            else if (!quoted && (sign is (byte)']' or (byte)'}') && depth > 0)
                depth--;
        }

        return cut ?? json;
    }
}
