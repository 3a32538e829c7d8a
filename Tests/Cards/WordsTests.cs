using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Dialogs;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Cards;

public sealed partial class WordsTests
{
    [Fact]
    public void All_languages_have_the_same_texts_and_placeholders()
    {
        var italian = Words.Of(Language.Italian).Texts.ToDictionary();
        Assert.All(Words.Languages, words =>
        {
            var texts = words.Texts.ToDictionary();
            Assert.Equal(italian.Keys.Order(), texts.Keys.Order());
            Assert.All(texts, text =>
            {
                Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key);
                Assert.Equal(Placeholders(italian[text.Key]), Placeholders(text.Value));
            });
        });
    }

    [Fact]
    public void Every_text_that_the_code_names_is_there()
    {
        var texts = Words.Of(Language.Italian).Texts.ToDictionary();
        foreach (var file in new[] { "Cards", "Dialogs", "Bots" }.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Root(), room), "*.cs", SearchOption.AllDirectories)))
        {
            var source = File.ReadAllText(file);
            foreach (var key in Said().Matches(source).Select(match => match.Groups["key"].Value))
                Assert.True(texts.ContainsKey(key), $"{Path.GetFileName(file)} says '{key}'.");
            foreach (var key in Counted().Matches(source).Select(match => match.Groups["key"].Value))
                Assert.True(texts.ContainsKey(key + ".one") && texts.ContainsKey(key + ".other"), $"{Path.GetFileName(file)} counts '{key}'.");
        }
    }

    [Fact]
    public void Every_state_question_fault_and_problem_has_words()
    {
        var texts = Words.Of(Language.Italian).Texts.ToDictionary();
        Assert.All(Enum.GetNames<OrderState>(), name => Assert.Contains($"state.{name}", texts.Keys));
        Assert.All(Enum.GetNames<Question>(), name => Assert.Contains($"ask.{name}", texts.Keys));
        Assert.All(Enum.GetNames<Question>(), name => Assert.Contains($"help.{name}", texts.Keys));
        Assert.All(Enum.GetNames<Question>(), name => Assert.Contains($"question.{name}", texts.Keys));
        Assert.All(Enum.GetNames<EntryFault>().Where(name => name != nameof(EntryFault.None)), name => Assert.Contains($"fault.{name}", texts.Keys));
        Assert.All(Enum.GetNames<QuoteProblemKind>(), name => Assert.Contains($"problem.{name}", texts.Keys));
    }

    [Fact]
    public void Buttons_fit_messenger()
    {
        Assert.All(Words.Languages, words => Assert.All(
            words.Texts.Where(text => text.Key.StartsWith("button.", StringComparison.Ordinal)),
            text => Assert.True(text.Value.Length <= 20, $"{words.Language}: {text.Value}")));
    }

    [Theory]
    [InlineData("ANNULLA", nameof(Wish.Cancel))]
    [InlineData("  Menù! ", nameof(Wish.Menu))]
    [InlineData("menu", nameof(Wish.Menu))]
    [InlineData("Where's my order?", nameof(Wish.Orders))]
    [InlineData("Dov’è il mio ordine?", nameof(Wish.Orders))]
    [InlineData("si", nameof(Wish.Yes))]
    [InlineData("menu del giorno", nameof(Wish.None))]
    [InlineData("", nameof(Wish.None))]
    public void Usual_words_are_known_in_every_language_whatever_the_case_and_accents(string said, string wish) =>
        Assert.Equal(wish, Wishes.In(said).ToString());

    [Theory]
    [InlineData(123456, "EUR", "it", "1.234,56 €")]
    [InlineData(123456, "EUR", "en", "€1,234.56")]
    [InlineData(500, "JPY", "en", "¥500")]
    [InlineData(1500, "KWD", "en", "1.500 KWD")]
    [InlineData(5, "EUR", "it", "0,05 €")]
    public void Money_is_written_as_the_language_does(long minor, string currency, string language, string expected) =>
        Assert.Equal(expected, new Money(minor, new Currency(currency)).Show(Words.Of(new Language(language))).Replace('\u00A0', ' '));

    [Fact]
    public void A_value_that_looks_like_a_placeholder_stays_as_it_is() =>
        Assert.Equal("Removed: {product} {x}.", Words.Of(Language.English).Say("cart.removed", ("product", "{product} {x}")));

    private static List<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order()];

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"\{+\w+\}+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\bSay\(""(?<key>[^""]+)""|\bItem\(words, ""(?<key>[^""]+)""|(?:turn|asked), ""(?<key>[a-z]+\.[a-z.]+)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"\bCount\(""(?<key>[^""]+)""")]
    private static partial Regex Counted();
}
