using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Builder;

internal sealed class StatePropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
{
    private static readonly JsonTypeInfo<T> Type = (JsonTypeInfo<T>)StateJson.Options.GetTypeInfo(typeof(T));

    public string Name => name;

    public async Task<T> GetAsync(
        ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default)
    {
        var cached = await state.Loaded(turnContext, cancellationToken);
        var known = cached.Has(name);
        var value = known ? cached.Get(name, Type) : default!;
        if ((known && value is not null) || defaultValueFactory is null)
            return value;
        value = defaultValueFactory();
        cached.Set(name, value, Type);
        return value;
    }

    public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        (await state.Loaded(turnContext, cancellationToken)).Delete(name);

    public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default) =>
        (await state.Loaded(turnContext, cancellationToken)).Set(name, value, Type);
}
