namespace Microsoft.Bot.Builder;

/// <summary>What is known of a part without reading it.</summary>
public interface IStatePropertyInfo
{
    /// <summary>Unique within its state.</summary>
    string Name { get; }
}

/// <summary>One property of a state. Changes stay in the turn until the state is saved.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The value; when there is none, what the factory makes (which is then set), or default.</summary>
    Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default);

    /// <summary>Takes it out of the state; none there is no error.</summary>
    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    /// <summary>Keeps the value in the turn until the state is saved.</summary>
    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}
