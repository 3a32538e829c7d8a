namespace Microsoft.Bot.Builder;

/// <summary>A stored value that knows which version it is. "*" writes whatever is there; null expects nothing there.</summary>
public interface IStoreItem
{
    string? ETag { get; set; }
}
