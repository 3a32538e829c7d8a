namespace Microsoft.Bot.Builder;

/// <summary>Reads values of one type.</summary>
public static class StorageExtensions
{
    /// <summary>Those of this type; values of another type are left out.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(
        this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        var read = await storage.ReadAsync(keys, cancellationToken);
        return read.Where(entry => entry.Value is TStoreItem).ToDictionary(entry => entry.Key, entry => (TStoreItem)entry.Value);
    }
}
