namespace Microsoft.Bot.Builder;

/// <summary>A stored value that knows which version it is. "*" writes whatever is there; null expects nothing there.</summary>
public interface IStoreItem
{
    /// <summary>The version it was read at; a write sets the new one.</summary>
    string? ETag { get; set; }
}
