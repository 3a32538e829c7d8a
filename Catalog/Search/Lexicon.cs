using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace CommerceBot.Catalog.Search;

/// <summary>
/// What shoppers of one language write, from <c>Lexicon/LANGUAGE.txt</c>. A language without a file knows no words, and is
/// searched all the same.
/// </summary>
internal sealed class Lexicon
{
    private static readonly ConcurrentDictionary<Language, Lexicon> Known = new();

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _sections;

    private Lexicon(Language language)
    {
        Language = language;
        _sections = language.Code is { Length: 2 } code && LexiconFile.Exists(code) ? LexiconFile.Sections(code) : new Dictionary<string,
            IReadOnlyList<string>>();
        Stop = Lines("stop").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).SelectMany(Words.Of).ToFrozenSet();
        Numbers = Keyed("numbers");
        Units = Lines("units").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).SelectMany(Words.Of)
            .Select(Endings.Drop).ToFrozenSet();
        Synonyms = new Synonyms(Lines("synonyms"), this);
    }

    /// <summary>The languages that have a file; a text in none of them is read as the first.</summary>
    public static IReadOnlyList<Language> Languages { get; } = [Language.Italian, Language.English];

    public Language Language { get; }

    /// <summary>Words that say nothing about goods.</summary>
    public FrozenSet<string> Stop { get; }

    public Phrases Numbers { get; }

    public FrozenSet<string> Units { get; }

    public Synonyms Synonyms { get; }

    public Phrases Meaningless => Listed("phrases without meaning");
    public Phrases AtMost => Listed("at most");
    public Phrases AtLeast => Listed("at least");
    public Phrases Strictly => Listed("strictly");
    public Phrases AndUp => Listed("and up");
    public Phrases AndDown => Listed("and down");
    public Phrases Between => Listed("between");
    public Phrases And => Listed("and");
    public Phrases Currency => Listed("currency");
    public Phrases Cheapest => Listed("cheapest");
    public Phrases Dearest => Listed("dearest");
    public Phrases OnSale => Listed("on sale");
    public Phrases New => Listed("new");
    public Phrases Bestseller => Listed("bestseller");
    public Phrases Gift => Listed("gift");
    public Phrases FreeFrom => Listed("free from");
    public Phrases Not => Listed("not");
    public Phrases Yes => Listed("yes");
    public Phrases No => Listed("no");
    public Phrases Colours => Keyed("colours");
    public Phrases Shades => Keyed("shades");
    public Phrases Materials => Keyed("materials");
    public Phrases MaterialKinds => Keyed("material kinds");
    public Phrases Sizes => Keyed("sizes");
    public Phrases SizeWords => Listed("size words");
    public Phrases Claims => Keyed("claims");
    public Phrases Substances => Keyed("substances");
    public Phrases Kinds => Keyed("kinds");
    public Phrases MadeFree => Keyed("made free");
    public Phrases Intolerant => Keyed("intolerant");
    public Phrases FactNames => Keyed("fact names");
    public Phrases Topics => Keyed("topics");
    public Phrases TopicNames => Keyed("topic names");

    public static Lexicon Of(Language language) => Known.GetOrAdd(language, static language => new Lexicon(language));

    public bool IsStop(QueryToken token) => Stop.Contains(token.Word);

    /// <summary>A phrase of the list, as the tokens that count: <c>tazza da caffè</c> is tazz, caff.</summary>
    public string[] Content(string phrase)
    {
        var tokens = QueryTokens.Of(phrase, Language);
        var content = tokens.Where(token => !IsStop(token) && token.Stem != "-").Select(token => token.Stem).ToArray();
        return content.Length > 0 ? content : [.. tokens.Select(token => token.Stem)];
    }

    private readonly ConcurrentDictionary<string, Phrases> _phrases = new();

    // Asked for at every word of every question: what is known already costs nothing.
    private Phrases Listed(string section) => _phrases.TryGetValue(section, out var known) ? known : ReadListed(section);

    private Phrases Keyed(string section) => _phrases.TryGetValue(section, out var known) ? known : ReadKeyed(section);

    private Phrases ReadListed(string section) => _phrases.GetOrAdd(section, name =>
    {
        var phrases = new Phrases();
        foreach (var phrase in Lines(name).SelectMany(line =>
            line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            phrases.Add(phrase, phrase);
        return phrases;
    });

    private Phrases ReadKeyed(string section) => _phrases.GetOrAdd(section, name =>
    {
        var phrases = new Phrases();
        foreach (var line in Lines(name))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                    $"Lexicon/{Language}.txt, [{name}]: '{line}' must begin with a key and a colon."));
            foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                phrases.Add(phrase, line[..colon].Trim());
        }

        return phrases;
    });

    private IReadOnlyList<string> Lines(string section) => _sections.GetValueOrDefault(section) ?? [];
}
