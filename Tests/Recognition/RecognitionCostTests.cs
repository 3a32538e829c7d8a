using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Text;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>Understanding must cost next to nothing, or many shoppers wait.</summary>
public sealed class RecognitionCostTests
{
    private const long MostBytes = 8_192;

    [Fact]
    public void A_sentence_allocates_at_most_eight_kilobytes()
    {
        var sentences = Recognizers.Sentences.Where((_, i) => i % 10 == 0).ToList();
        var bytes = sentences.Select(one => Allocated(one.Text, new Language(one.Language))).Order().ToList();
        Assert.True(bytes[0] > 0, "nothing was measured");
        Assert.InRange(bytes[bytes.Count * 99 / 100], 1, MostBytes);
    }

    [Fact]
    public void A_book_costs_little_more_than_a_page()
    {
        var page = string.Join(" e poi vorrei, ", Enumerable.Repeat("una tazza rossa", 100))[..TextNormalizer.Longest];
        Assert.InRange(
            Allocated(page + new string('b', 1_000_000), Language.Italian), 1, 2 * Allocated(page, Language.Italian) + MostBytes);
    }

    private static long Allocated(string text, Language language)
    {
        var context = new RecognitionContext(language);
        Recognizers.Shop.Recognize(text, context); // the first of a thread makes its working memory
        var before = GC.GetAllocatedBytesForCurrentThread();
        Recognizers.Shop.Recognize(text, context);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
