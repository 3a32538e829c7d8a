using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Microsoft.Bot.Builder;

/// <summary>A JSON writer over a buffer, kept for the next state that this thread writes.</summary>
internal sealed class StateWriter : IDisposable
{
    private const int KeepAtMost = 256 * 1024;

    [ThreadStatic]
    private static StateWriter? _spare;

    private readonly ArrayBufferWriter<byte> _buffer = new(2048);

    private StateWriter() => Writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = StateJson.MaxDepth,
        SkipValidation = true,
    });

    public Utf8JsonWriter Writer { get; }

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public static StateWriter Rent()
    {
        var writer = _spare ?? new StateWriter();
        _spare = null;
        return writer;
    }

    public void Dispose()
    {
        _buffer.ResetWrittenCount();
        Writer.Reset();
        if (_buffer.Capacity <= KeepAtMost)
            _spare = this;
    }
}
