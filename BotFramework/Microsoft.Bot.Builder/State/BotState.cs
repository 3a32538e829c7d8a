using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Builder;

/// <summary>
/// A state that belongs to a conversation, a user, or both. It is read once a turn, changed in memory, and saved in one
/// piece when it changed. A save throws <see cref="StateConflictException"/> when somebody else saved in between.
/// The storage is the one found in TurnState, else the one given here.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    protected BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        Arguments.NotBlank(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    /// <summary>Names a part of the state; nothing is read before it is asked for.</summary>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentNullException(nameof(name));
        return new StatePropertyAccessor<T>(this, name);
    }

    /// <summary>Reads the state, once a turn unless forced.</summary>
    /// <exception cref="InvalidOperationException">What is stored cannot be read as a state.</exception>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (!force && GetCachedState(turnContext) is not null)
            return;
        var key = GetStorageKey(turnContext);
        var stored = await Read(turnContext, key, cancellationToken);
        try
        {
            turnContext.TurnState[_contextServiceKey] = new CachedBotState(stored);
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException(
                $"The stored state '{key}' cannot be read. DeleteAsync or ClearStateAsync starts it anew.", broken);
        }
    }

    /// <summary>Writes the state where it changed, or where it is forced.</summary>
    /// <exception cref="StateConflictException">Somebody else saved it in between.</exception>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (GetCachedState(turnContext) is not { } cached || cached.Changes(force) is not { } document)
            return;
        var changes = new Dictionary<string, object>(1) { [GetStorageKey(turnContext)] = document };
        await StorageOf(turnContext).WriteAsync(changes, cancellationToken);
        cached.Saved(document);
    }

    /// <summary>Empties the state; the next save writes that.</summary>
    public virtual async Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var eTag = GetCachedState(turnContext) is { } cached
            ? cached.ETag
            : (await Read(turnContext, GetStorageKey(turnContext), cancellationToken))?.ETag;
        turnContext.TurnState[_contextServiceKey] = CachedBotState.Empty(eTag);
    }

    /// <summary>Deletes the state from the storage at once.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        await StorageOf(turnContext).DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>The state of this turn, or null while it is not loaded.</summary>
    public CachedBotState? GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    internal ValueTask<CachedBotState> Loaded(ITurnContext turnContext, CancellationToken cancellationToken) =>
        GetCachedState(turnContext) is { } cached ? new(cached) : new(LoadNow(turnContext, cancellationToken));

    protected abstract string GetStorageKey(ITurnContext turnContext);

    protected async Task<T> GetPropertyValueAsync<T>(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default
    ) => (await Loaded(turnContext, cancellationToken)).Get(propertyName, (JsonTypeInfo<T>)StateJson.Options.GetTypeInfo(typeof(T)));

    protected async Task DeletePropertyValueAsync(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default
    ) => (await Loaded(turnContext, cancellationToken)).Delete(propertyName);

    protected async Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object? value, CancellationToken cancellationToken = default) =>
        (await Loaded(turnContext, cancellationToken)).Set(
            propertyName, value, StateJson.Options.GetTypeInfo(value?.GetType() ?? typeof(object)));

    private async Task<CachedBotState> LoadNow(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await LoadAsync(turnContext, false, cancellationToken);
        return GetCachedState(turnContext)!;
    }

    private async Task<StateDocument?> Read(ITurnContext turnContext, string key, CancellationToken cancellationToken)
    {
        var read = await StorageOf(turnContext).ReadAsync([key], cancellationToken);
        if (!read.TryGetValue(key, out var value))
            return null;
        return value as StateDocument
            ?? throw new InvalidOperationException(
                $"The storage holds a {value?.GetType().Name ?? "null"} under '{key}', which is a state's key. A storage keeps what "
                + "StateDocument.Wrap makes of a value, and hands out Unwrap()."
            );
    }

    private IStorage StorageOf(ITurnContext turnContext) => turnContext.TurnState.Get<IStorage>() ?? _storage;
}
