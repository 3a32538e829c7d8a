using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Recognition.Entities;
using CommerceBot.Recognition.Text;
using Microsoft.Bot.Builder.Dialogs.Recognition;
using Xunit;
using Language = CommerceBot.Catalog.Language;

namespace CommerceBot.Tests.Recognition;

/// <summary>Reading what a sentence names costs little, and the short ways to it leave nothing out.</summary>
public sealed class EntityCostTests
{
    private const long MostBytes = 8_192;
    private const long MostOfHalf = 4_096;

    [Fact]
    public void Entities_of_a_sentence_allocate_a_few_kilobytes()
    {
        var bytes = Recognizers.Sentences.Where((_, i) => i % 10 == 0)
            .Select(one => Allocated(one.Text, new Language(one.Language))).Order().ToList();
        Assert.True(bytes[0] > 0, "nothing was measured");
        Assert.InRange(bytes[bytes.Count / 2], 1, MostOfHalf);
        Assert.InRange(bytes[bytes.Count * 99 / 100], 1, MostBytes);
    }

    [Fact]
    public void No_sentence_with_a_number_is_thought_to_have_none() => Assert.Empty(Recognizers.Sentences
        .Select(one => (Clean: TextNormalizer.Clean(one.Text), one.Language))
        .Where(one => !NumberWords.MayBeIn(TextTokens.Of(one.Clean))
            && NumberRecognizer.Recognize(one.Clean, one.Language).Any(number => number.Value >= 1))
        .Select(one => one.Clean));

    [Fact]
    public void A_sentence_is_cut_into_the_same_words_with_a_number_behind_it_and_without() => Assert.All(
        Recognizers.Sentences.Where((one, i) => i % 5 == 0 && !one.Text.Any(char.IsDigit)),
        one =>
        {
            var language = new Language(one.Language);
            var alone = QueryTokens.Of(one.Text, language);
            var followed = QueryTokens.Of(one.Text + " ; 7", language);
            Assert.Equal(followed.SkipLast(1).Select(token => (token.Word, token.Stem)), alone.Select(token => (token.Word, token.Stem)));
        });

    private static long Allocated(string text, Language language)
    {
        var said = Recognizers.Recognize(text, language.Code);
        var once = Recognizers.Recognize(text, language.Code);
        _ = said.Entities;
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = once.Entities;
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
