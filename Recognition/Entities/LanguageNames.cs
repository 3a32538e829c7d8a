using System.Collections.Frozen;
using CommerceBot.Catalog;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Entities;

/// <summary>Names of languages, in Italian, English, and their own.</summary>
internal static class LanguageNames
{
    private const string Table = """
        it: italiano italiana italian italien italienisch italienne
        en: inglese english ingles anglais englisch
        fr: francese french francais francaise franzosisch
        de: tedesco tedesca german deutsch allemand aleman
        es: spagnolo spagnola spanish espanol castellano espagnol
        pt: portoghese portuguese portugues
        nl: olandese dutch nederlands
        pl: polacco polish polski
        ro: rumeno romeno romanian romana
        ru: russo russian
        uk: ucraino ukrainian
        el: greco greek
        sq: albanese albanian shqip
        ar: arabo arabic
        zh: cinese chinese mandarin
        ja: giapponese japanese
        sv: svedese swedish svenska
        da: danese danish dansk
        hu: ungherese hungarian magyar
        cs: ceco czech
        hr: croato croatian hrvatski
        sl: sloveno slovenian slovenscina
        tr: turco turkish turkce
        """;

    private static readonly FrozenDictionary<string, Language> Names = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(line => line[4..].Split(' ').Select(name => (name, code: line[..2])))
        .ToFrozenDictionary(one => one.name, one => new Language(one.code), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Language>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The last one named: "not in Italian, in English".</summary>
    public static Language? In(TextTokens tokens)
    {
        Language? found = null;
        foreach (var token in tokens.Items)
            if (token.Kind == TokenKind.Word && Lookup.TryGetValue(token.Folded.Span, out var language))
                found = language;
        return found;
    }
}
