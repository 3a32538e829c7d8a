using System.Text.Json;

namespace CommerceBot.Simulator.Stripe.Ledger;

/// <summary>
/// An append-only file of commits, one a line. A commit that returned is on the disk; one torn by a crash never
/// happened.
/// </summary>
internal sealed class LedgerFile : IDisposable
{
    public const string Name = "simulator-stripe.jsonl";

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
    };

    private readonly FileStream stream;

    public LedgerFile(string folder)
    {
        Directory.CreateDirectory(folder);
        // One writer at a time: two would tear each other's lines.
        stream = new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    /// <summary>Reads every commit, and cuts off a last line that a crash left without its end.</summary>
    public IEnumerable<IReadOnlyList<Fact>> ReadAll()
    {
        stream.Position = 0;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        for (var number = 1; !bytes.IsEmpty; number++)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            if (end < 0) break;
            yield return Read(bytes.Span[..end], number);
            bytes = bytes[(end + 1)..];
        }
        stream.SetLength(stream.Length - bytes.Length);
        stream.Position = stream.Length;
    }

    public void Append(IReadOnlyList<Fact> facts)
    {
        var start = stream.Length;
        try
        {
            stream.Position = start;
            JsonSerializer.Serialize(stream, facts, Json);
            stream.WriteByte((byte)'\n');
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            // A full disk: half a line must not stand before the next commit.
            stream.SetLength(start);
            throw;
        }
    }

    public void Dispose() => stream.Dispose();

    private static List<Fact> Read(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Fact>>(line, Json) ?? throw new JsonException("The line holds null.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException(
                $"Line {number} of {Name} cannot be read ({wrong.Message}). Move the file away to start with an empty ledger.", wrong);
        }
    }
}
