using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Dialogs;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Xunit;

namespace CommerceBot.Tests.Cards;

public sealed partial class TextsTests
{
    [Fact]
    public void All_languages_have_the_same_texts_and_placeholders()
    {
        var italian = Texts.Of(Language.Italian).Entries.ToDictionary();
        Assert.All(Texts.Languages, language =>
        {
            var texts = language.Entries.ToDictionary();
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
        var texts = Texts.Of(Language.Italian).Entries.ToDictionary();
        foreach (
            var file in new[] { "Cards", "Dialogs", "Bots" }.SelectMany(module =>
                Directory.EnumerateFiles(Path.Combine(Root(), module), "*.cs", SearchOption.AllDirectories)))
        {
            var source = File.ReadAllText(file);
            foreach (var key in Said().Matches(source).Select(match => match.Groups["key"].Value))
                Assert.True(texts.ContainsKey(key), $"{Path.GetFileName(file)} says '{key}'.");
            foreach (var key in Counted().Matches(source).Select(match => match.Groups["key"].Value))
                Assert.True(
                    texts.ContainsKey(key + ".one") && texts.ContainsKey(key + ".other"), $"{Path.GetFileName(file)} counts '{key}'.");
        }
    }

    [Fact]
    public void Every_state_question_fault_and_problem_has_words()
    {
        var texts = Texts.Of(Language.Italian).Entries.ToDictionary();
        Assert.All(Enum.GetNames<OrderState>(), name => Assert.Contains($"state.{name}", texts.Keys));
        Assert.All(Enum.GetNames<Question>(), name => Assert.Contains($"ask.{name}", texts.Keys));
        Assert.All(Enum.GetNames<Question>(), name => Assert.Contains($"help.{name}", texts.Keys));
        Assert.All(Enum.GetNames<Question>(), name => Assert.Contains($"question.{name}", texts.Keys));
        Assert.All(
            Enum.GetNames<EntryFault>().Where(name => name != nameof(EntryFault.None)),
            name => Assert.Contains($"fault.{name}", texts.Keys));
        Assert.All(Enum.GetNames<QuoteProblemKind>(), name => Assert.Contains($"problem.{name}", texts.Keys));
        Assert.All(
            Enum.GetNames<OrderMailKind>().Concat(Enum.GetNames<AlertKind>().Append("Paid").Select(name => $"merchant.{name}")),
            name => Assert.All((string[])["subject", "title", "text"], part => Assert.Contains($"mail.{name}.{part}", texts.Keys)));
    }

    [Fact]
    public void Buttons_fit_messenger()
    {
        Assert.All(Texts.Languages, texts => Assert.All(
            texts.Entries.Where(text => text.Key.StartsWith("button.", StringComparison.Ordinal)),
            text => Assert.True(text.Value.Length <= 20, $"{texts.Language}: {text.Value}")));
    }

    [Theory]
    [InlineData("ANNULLA", nameof(ShopIntent.Cancel))]
    [InlineData("  Menù! ", nameof(ShopIntent.Menu))]
    [InlineData("menu", nameof(ShopIntent.Menu))]
    [InlineData("Where's my order?", nameof(ShopIntent.Orders))]
    [InlineData("Dov’è il mio ordine?", nameof(ShopIntent.Orders))]
    [InlineData("si", nameof(ShopIntent.Yes))]
    [InlineData("menu del giorno", nameof(ShopIntent.None))]
    [InlineData("", nameof(ShopIntent.None))]
    public void Usual_words_are_known_in_every_language_whatever_the_case_and_accents(string said, string intent) =>
        Assert.Equal(intent, IntentPhrases.In(said).ToString());

    [Theory]
    [InlineData(123456, "EUR", "it", "1.234,56 €")]
    [InlineData(123456, "EUR", "en", "€1,234.56")]
    [InlineData(500, "JPY", "en", "¥500")]
    [InlineData(1500, "KWD", "en", "1.500 KWD")]
    [InlineData(5, "EUR", "it", "0,05 €")]
    public void Money_is_written_as_the_language_does(long minor, string currency, string language, string expected) =>
        Assert.Equal(expected, new Money(minor, new Currency(currency)).Show(Texts.Of(new Language(language))).Replace('\u00A0', ' '));

    [Fact]
    public void A_value_that_looks_like_a_placeholder_stays_as_it_is() =>
        Assert.Equal("Removed: {product} {x}.", Texts.Of(Language.English).Get("cart.removed", ("product", "{product} {x}")));

    private static List<string> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order()];

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"\{+\w+\}+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\bSay\(""(?<key>[^""]+)""|\bItem\(words, ""(?<key>[^""]+)""|(?:turn|asked), ""(?<key>[a-z]+\.[a-z.]+)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"\bCount\(""(?<key>[^""]+)""")]
    private static partial Regex Counted();
}
