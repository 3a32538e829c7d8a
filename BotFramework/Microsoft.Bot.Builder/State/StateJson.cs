using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>How state is written: under the names of the properties, with every null, and lists replaced, never added to.</summary>
internal static class StateJson
{
    /// <summary>Dialogs inside dialogs go deep: each brings some six levels.</summary>
    public const int MaxDepth = 256;

    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            IncludeFields = true,
            MaxDepth = MaxDepth,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Converters =
            {
                new LooseValueConverter(),
                new LooseMapConverter<IDictionary<string, object?>>(),
                new LooseMapConverter<Dictionary<string, object?>>(),
            },
            TypeInfoResolver = JsonTypeInfoResolver.Combine(SchemaContext.Default, new DefaultJsonTypeInfoResolver())
                .WithAddedModifier(SkipNullsOfTheSchema)
                .WithAddedModifier(RefillListsWithoutSetter),
        };
        options.MakeReadOnly();
        return options;
    }

    // An activity has some forty properties, nearly all null, and none starts as anything else.
    private static void SkipNullsOfTheSchema(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object
            || type.Type.Assembly != typeof(Activity).Assembly
            || type.Type.Namespace != typeof(Activity).Namespace)
            return;
        foreach (var property in type.Properties)
            if (!property.IsExtensionData)
                property.ShouldSerialize ??= static (_, value) => value is not null;
    }

    // "List<T> Items { get; } = []" would be written but never read back.
    private static void RefillListsWithoutSetter(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in type.Properties)
        {
            if (property.Set is not null || property.Get is not { } get || property.AssociatedParameter is not null)
                continue;
            if (typeof(IList).IsAssignableFrom(property.PropertyType) && !property.PropertyType.IsArray)
                property.Set = (owner, read) => Refill((IList?)get(owner), (IList?)read);
            else if (typeof(IDictionary).IsAssignableFrom(property.PropertyType))
                property.Set = (owner, read) => Refill((IDictionary?)get(owner), (IDictionary?)read);
        }
    }

    private static void Refill(IList? kept, IList? read)
    {
        if (kept is null || kept.IsReadOnly)
            return;
        kept.Clear();
        foreach (var item in read ?? Array.Empty<object>())
            kept.Add(item);
    }

    private static void Refill(IDictionary? kept, IDictionary? read)
    {
        if (kept is null || kept.IsReadOnly)
            return;
        kept.Clear();
        if (read is null)
            return;
        foreach (DictionaryEntry entry in read)
            kept.Add(entry.Key, entry.Value);
    }
}
