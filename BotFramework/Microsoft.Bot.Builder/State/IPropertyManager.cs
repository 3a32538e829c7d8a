namespace Microsoft.Bot.Builder;

/// <summary>Something whose parts have names.</summary>
public interface IPropertyManager
{
    /// <summary>Names a part; nothing is read before it is asked for.</summary>
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
