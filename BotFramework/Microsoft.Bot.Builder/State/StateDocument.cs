using System.Text.Json;

namespace Microsoft.Bot.Builder;

/// <summary>
/// A state as a storage keeps it: bytes that it needs not understand, and the version they were read at.
/// <para>A storage writes <c>StateDocument.Wrap(value)</c> for each value it is given: Utf8Json is what to keep, ETag
/// what to check with <see cref="StoreItemVersions.Check"/>. After the write it sets the ETag that the next write of
/// the same turn must offer, on the document and on the value. To read, it makes a StateDocument of bytes and version
/// and hands out <c>Unwrap()</c>: the document itself for a state, the value for anything else.</para>
/// </summary>
public sealed class StateDocument(ReadOnlyMemory<byte> utf8Json, string? eTag = null) : IStoreItem
{
    /// <summary>One JSON value. Nobody changes these bytes after the document is made.</summary>
    public ReadOnlyMemory<byte> Utf8Json { get; } = utf8Json;

    /// <summary>The version it was read at; a write sets the new one.</summary>
    public string? ETag { get; set; } = eTag;

    /// <summary>
    /// Any value as a document. What is not a state is kept in an envelope under its registered short name (see
    /// <see cref="StateTypes"/>); a plain value without a version overwrites, as "*" does.
    /// </summary>
    public static StateDocument Wrap(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is StateDocument document)
            return document;
        var eTag = value is IStoreItem item ? item.ETag : "*";
        return new StateDocument(JsonSerializer.SerializeToUtf8Bytes(new StoredValue(value), StateJson.Options), eTag);
    }

    /// <summary>What <see cref="Wrap"/> was given.</summary>
    public object Unwrap()
    {
        if (!LooseJson.IsEnvelope(Utf8Json.Span))
            return this;
        var value = JsonSerializer.Deserialize<StoredValue>(Utf8Json.Span, StateJson.Options).Value;
        if (value is IStoreItem item)
            item.ETag = ETag;
        return value;
    }
}
