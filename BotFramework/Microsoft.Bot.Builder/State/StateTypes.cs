using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>
/// The closed list of types that may stand where state holds "any object" (a dialog's Values and options). Each is
/// stored under a short name chosen in code, never under its CLR name, so no stored or received text can choose a type.
/// Register before the first turn; a name, once used, stays.
/// </summary>
public static class StateTypes
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly ConcurrentDictionary<string, Type> Types = new();

    static StateTypes()
    {
        Add(typeof(JsonElement), "json");
        Add(typeof(DateTimeOffset), "time");
        Add(typeof(DateTime), "datetime");
        Add(typeof(DateOnly), "date");
        Add(typeof(TimeSpan), "duration");
        Add(typeof(Guid), "guid");
        Add(typeof(decimal), "decimal");
        Add(typeof(Uri), "uri");
        Add(typeof(string[]), "texts");
        Add(typeof(List<string>), "text list");
        Add(typeof(Activity), "activity");
        Add(typeof(Attachment), "attachment");
        Add(typeof(List<Attachment>), "attachments");
        Add(typeof(ConversationReference), "conversation reference");
        Add(typeof(HeroCard), "hero card");
        Add(typeof(ThumbnailCard), "thumbnail card");
        Add(typeof(ReceiptCard), "receipt card");
        Add(typeof(CardAction), "button");
    }

    /// <summary>Lets <typeparamref name="T"/> stand among loose values under <paramref name="name"/>. Twice the same is fine.</summary>
    public static void Register<T>(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name is LooseJson.MapName or LooseJson.ListName or LooseJson.PlainName or LooseJson.NumberName)
            throw new ArgumentException($"'{name}' is a name that state itself uses.", nameof(name));
        Add(typeof(T), name);
    }

    internal static bool TryGetName(Type type, [NotNullWhen(true)] out string? name) => Names.TryGetValue(type, out name);

    internal static bool TryGetType(string name, [NotNullWhen(true)] out Type? type) => Types.TryGetValue(name, out type);

    private static void Add(Type type, string name)
    {
        var owner = Types.GetOrAdd(name, type);
        if (owner != type)
            throw new InvalidOperationException($"The state name '{name}' already belongs to {owner}; choose another for {type}.");
        var known = Names.GetOrAdd(type, name);
        if (known != name)
            throw new InvalidOperationException($"{type} is already stored under the name '{known}', not '{name}'.");
    }
}
