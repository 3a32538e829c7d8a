using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Builder;

/// <summary>
/// A state during one turn. What nobody asks for is neither parsed nor written anew; what somebody asked for is
/// compared, as bytes, with what was read, so that only a real change is saved.
/// </summary>
public sealed class CachedBotState
{
    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray();
    private readonly List<StateSlot> _slots = [];
    private ReadOnlyMemory<byte> _saved;
    private bool _reshaped;

    internal CachedBotState(StateDocument? document)
    {
        _saved = document?.Utf8Json ?? Nothing;
        ETag = document?.ETag;
        Split(_saved);
    }

    private CachedBotState(string? eTag)
    {
        ETag = eTag;
        _reshaped = true;
    }

    /// <summary>The version that the next save is based on; null when nothing was stored.</summary>
    public string? ETag { get; internal set; }

    /// <summary>True when a save would write something.</summary>
    public bool IsChanged() => Changes(force: false) is not null;

    internal static CachedBotState Empty(string? eTag) => new(eTag);

    internal bool Has(string name) => Find(name) is not null;

    internal T Get<T>(string name, JsonTypeInfo<T> type) => Find(name) is { } slot ? slot.Get(type) : default!;

    internal void Set(string name, object? value, JsonTypeInfo type)
    {
        var slot = Find(name);
        if (slot is null)
        {
            slot = new StateSlot(name, default);
            _slots.Add(slot);
            _reshaped = true;
        }

        slot.Set(value, type);
    }

    internal void Delete(string name) => _reshaped |= _slots.RemoveAll(slot => slot.Name == name) > 0;

    /// <summary>The whole state as it is now, or null when that is what is stored already.</summary>
    internal StateDocument? Changes(bool force)
    {
        if (!force && !_reshaped && !AnyTouched())
            return null;
        using var buffer = StateWriter.Rent();
        var writer = buffer.Writer;
        writer.WriteStartObject();
        foreach (var slot in _slots)
            slot.Write(writer);
        writer.WriteEndObject();
        writer.Flush();
        var same = !force && buffer.Written.SequenceEqual(_saved.Span);
        return same ? null : new StateDocument(buffer.Written.ToArray(), ETag);
    }

    internal void Saved(StateDocument document)
    {
        _saved = document.Utf8Json;
        ETag = document.ETag;
        _reshaped = false;
    }

    private bool AnyTouched()
    {
        foreach (var slot in _slots)
            if (slot.Touched)
                return true;
        return false;
    }

    private StateSlot? Find(string name)
    {
        foreach (var slot in _slots)
            if (slot.Name == name)
                return slot;
        return null;
    }

    private void Split(ReadOnlyMemory<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json.Span, new JsonReaderOptions { MaxDepth = StateJson.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A stored state is not a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NamePool.Name(ref reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            _slots.Add(new StateSlot(name, utf8Json[start..(int)reader.BytesConsumed]));
        }
    }
}
