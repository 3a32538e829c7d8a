namespace Microsoft.Bot.Builder;

public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>One property of a state. Changes stay in the turn until the state is saved.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The value; when there is none, what the factory makes (which is then set), or default.</summary>
    Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}
