using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CommerceBot.Catalog;

namespace CommerceBot.Desk;

/// <summary>What the desk says in one language: a file of <c>Desk/Texts</c>, with the same keys and placeholders in all.</summary>
internal sealed class DeskTexts
{
    private const string Prefix = "DeskTexts/";

    private static readonly Dictionary<string, string> Signs = new() { ["EUR"] = "€", ["USD"] = "$", ["GBP"] = "£", ["JPY"] = "¥" };

    private static readonly FrozenDictionary<string, DeskTexts> ByLanguage = Load();

    private readonly Dictionary<string, string> _texts;

    private DeskTexts(string language, Dictionary<string, string> texts)
    {
        (Language, _texts) = (language, texts);
        Culture = CultureInfo.GetCultureInfo(texts["culture"]);
    }

    /// <summary>Two letters, such as <c>it</c>.</summary>
    public string Language { get; }

    public CultureInfo Culture { get; }

    public IReadOnlyDictionary<string, string> Entries => _texts;

    public static IEnumerable<DeskTexts> Languages => ByLanguage.Values.OrderBy(texts => texts.Language, StringComparer.Ordinal);

    /// <summary>The texts of a language, or null for one that the desk does not speak.</summary>
    public static DeskTexts? Find(string? language) => language is null ? null : ByLanguage.GetValueOrDefault(language);

    public static DeskTexts English => ByLanguage["en"];

    /// <summary>The sentence of a key. A missing one is a mistake of ours and throws.</summary>
    public string this[string key] =>
        _texts.GetValueOrDefault(key) ?? throw new KeyNotFoundException($"Desk/Texts/{Language}.json has no '{key}'.");

    /// <summary>The sentence of a key, or of another where nobody wrote one for it.</summary>
    public string Or(string key, string otherwise) => _texts.GetValueOrDefault(key) ?? this[otherwise];

    public string? Find(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        _texts.ContainsKey(key) ? Get(key, values) : null;

    /// <summary>The sentence with its placeholders filled in. One pass: a value that looks like a placeholder stays as it is.</summary>
    public string Get(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var filled = new StringBuilder();
        var rest = this[key].AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var length = rest[open..].IndexOf('}');
            filled.Append(rest[..open]).Append(ValueOf(rest.Slice(open + 1, length - 1), values));
            rest = rest[(open + length + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>The sentence of <c>key.one</c> or <c>key.other</c>, with <c>{count}</c> filled in.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object Value)> values) =>
        Get(count == 1 ? key + ".one" : key + ".other", [.. values, ("count", count)]);

    public string Money(Money money)
    {
        var amount = money.InMainUnit().ToString($"N{money.Currency.Digits}", Culture);
        return Signs.TryGetValue(money.Currency.Code, out var sign)
            ? Get("money", ("amount", amount), ("sign", sign))
            : Get("money", ("amount", amount), ("sign", money.Currency.Code));
    }

    private string ValueOf(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (known, value) in values)
            if (name.SequenceEqual(known))
                return Convert.ToString(value, Culture) ?? "";
        throw new KeyNotFoundException($"A text of {Language} asks for '{name}', which is not given.");
    }

    private static FrozenDictionary<string, DeskTexts> Load()
    {
        var assembly = typeof(DeskTexts).Assembly;
        var languages = new Dictionary<string, DeskTexts>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
            languages.Add(name[Prefix.Length..], new DeskTexts(name[Prefix.Length..], texts));
        }

        return languages.ToFrozenDictionary();
    }
}
