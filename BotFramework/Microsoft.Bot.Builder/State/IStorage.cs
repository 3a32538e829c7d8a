namespace Microsoft.Bot.Builder;

/// <summary>
/// Keeps values by key. A state arrives as a <see cref="StateDocument"/>; how to keep it, and any other value,
/// is said there.
/// </summary>
public interface IStorage
{
    /// <summary>Those that are there, by key; the others are missing.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>Writes all or nothing. Throws when a value's ETag shows that it changed since it was read.</summary>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>A key that is not there is no error.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}
