using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Cards;

/// <summary>
/// What the shop says in one language. Each language is one file of <c>Cards/Texts</c>, with the same keys and
/// placeholders in all; adding a language is adding a file.
/// </summary>
internal sealed class Texts
{
    private const string Prefix = "Texts/";

    private static readonly FrozenDictionary<string, Texts> ByLanguage = Load();

    private readonly Dictionary<string, string> _texts;

    private Texts(Language language, Dictionary<string, string> texts)
    {
        Language = language;
        _texts = texts;
        Culture = CultureInfo.GetCultureInfo(Get("culture"));
    }

    public static IEnumerable<Texts> Languages =>
        ByLanguage
            .Values.OrderBy(texts => texts.Language.Code == "it" ? 0 : 1)
            .ThenBy(texts => texts.Language.Code, StringComparer.Ordinal);

    public Language Language { get; }

    public CultureInfo Culture { get; }

    public IEnumerable<KeyValuePair<string, string>> Entries => _texts;

    public static Texts Of(Language language) => ByLanguage.GetValueOrDefault(language.Code) ?? ByLanguage["en"];

    public static bool Knows(Language language) => language.Code is not null && ByLanguage.ContainsKey(language.Code);

    /// <summary>
    /// The language of a locale such as <c>it_IT</c> or <c>en-GB</c>: English for one that the shop does not speak,
    /// null for none.
    /// </summary>
    public static Language? OfLocale(string? locale)
    {
        var code = locale?.Split('-', '_')[0].ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(code))
            return null;
        return ByLanguage.ContainsKey(code) ? new Language(code) : Language.English;
    }

    /// <summary>The sentence of a key. A missing one is a mistake of ours and throws.</summary>
    public string Get(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        Fill(Find(key) ?? throw new KeyNotFoundException($"Cards/Texts/{Language}.json has no '{key}'."), values);

    /// <summary>The sentence of <c>key.one</c> or <c>key.other</c>, with <c>{count}</c> filled in.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object Value)> values) =>
        Get(count == 1 ? key + ".one" : key + ".other", [.. values, ("count", count)]);

    /// <summary>The text of a key that need not be there.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    private string Fill(string text, ReadOnlySpan<(string Name, object Value)> values)
    {
        if (values.IsEmpty)
            return text;
        // One pass, so that a value which looks like a placeholder stays as it is.
        var filled = new StringBuilder(text.Length + 32);
        var rest = text.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            if (rest[open..].StartsWith("{{") && rest[open..].IndexOf("}}") is > 0 and var kept)
            {
                // Somebody else fills these in: Messenger its {{user_first_name}}.
                filled.Append(rest[..(open + kept + 2)]);
                rest = rest[(open + kept + 2)..];
                continue;
            }

            var length = rest[open..].IndexOf('}');
            if (length < 0)
                break;
            filled.Append(rest[..open]).Append(ValueOf(rest.Slice(open + 1, length - 1), values));
            rest = rest[(open + length + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    private string ValueOf(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (known, value) in values)
            if (name.SequenceEqual(known))
                return value is OrderNumber number ? NumberText.Show(number) : Convert.ToString(value, Culture) ?? "";
        throw new KeyNotFoundException($"A text of {Language} asks for '{name}', which is not given.");
    }

    private static FrozenDictionary<string, Texts> Load()
    {
        var assembly = typeof(Texts).Assembly;
        var languages = new Dictionary<string, Texts>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            var code = name[Prefix.Length..];
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(file)
                ?? throw new InvalidOperationException($"Cards/Texts/{code}.json is empty.");
            languages.Add(code, new Texts(new Language(code), texts));
        }

        return languages.ToFrozenDictionary();
    }
}
