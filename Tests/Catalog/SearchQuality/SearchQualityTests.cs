using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using Xunit;

namespace CommerceBot.Tests.Catalog.SearchQuality;

/// <summary>
/// What shoppers write, and whether they find it: <c>queries.tsv</c> beside this file. A line there is an example, never a
/// rule.
/// </summary>
public sealed class SearchQualityTests(SampleCatalogue shop, ITestOutputHelper output) : IClassFixture<SampleCatalogue>
{
    [Fact]
    public async Task The_right_product_is_among_the_first_three_and_mostly_first()
    {
        var asked = Questions().ToList();
        Assert.True(asked.Count >= 150, $"{asked.Count} questions");
        int first = 0, amongThree = 0, broken = 0;
        foreach (var question in asked)
        {
            var found = await shop.AskAsync(question.Text, question.Language);
            var ids = found.Products.Items.Select(product => product.Id.Value).ToList();
            var isFirst = question.Right.Count == 0 ? ids.Count == 0 : ids.Count > 0 && question.Right.Contains(ids[0]);
            var isAmong = question.Right.Count == 0 ? ids.Count == 0 : ids.Take(3).Any(question.Right.Contains);
            var isBroken = found.Products.Items.Any(product =>
                product.Variants.Any(variant => !question.Allows(variant.PriceAt(TestCatalog.Now).InMainUnit())));
            (first, amongThree, broken) = (first + (isFirst ? 1 : 0), amongThree + (isAmong ? 1 : 0), broken + (isBroken ? 1 : 0));
            if (!isFirst || isBroken)
                output.WriteLine(
                    $"{(isBroken ? "BROKEN" : isAmong ? "second" : "MISSED")} {question.Language} {question.Text} -> "
                    + $"{found.Match.GetType().Name} {string.Join(", ", ids.Take(5))}");
        }

        output.WriteLine($"{asked.Count} questions: first {first}, among three {amongThree}, bounds broken {broken}");
        Assert.Equal(0, broken);
        Assert.True(amongThree >= 0.95 * asked.Count, $"{amongThree} of {asked.Count} among the first three");
        Assert.True(first >= 0.80 * asked.Count, $"{first} of {asked.Count} first");
    }

    [Theory]
    [InlineData("coperta", "blanket")]
    [InlineData("coperte", "blanket")]
    [InlineData("coperti", "cutlery")]
    public async Task A_number_with_its_unit_in_a_title_is_not_the_thing(string text, string first)
    {
        var found = await shop.AskAsync(text, new Language("it"));
        output.WriteLine(string.Join(", ", found.Products.Items.Select(product => $"{product.Id.Value} {product.Title}")));
        Assert.Equal(first, found.Products.Items[0].Id.Value);
    }

    [Theory]
    [InlineData("cheapest mug")]
    [InlineData("the cheapest mug")]
    [InlineData("cheapest mugs please")]
    public async Task The_cheapest_of_what_has_another_name_here_is_found(string text)
    {
        var found = await shop.AskAsync(text, new Language("en"));
        output.WriteLine($"{found.Match} " + string.Join(", ", found.Products.Items.Select(product => product.Id.Value)));
        Assert.Equal("cappuccino", found.Products.Items[0].Id.Value);
    }

    private static IEnumerable<Question> Questions() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Catalog", "SearchQuality", "queries.tsv"))
        where line.Length > 0 && line[0] != '#'
        let cells = line.Split('\t')
        select new Question(
            new Language(cells[0]), cells[1], [.. cells[2].Split(',').Where(one => one != "-")], cells.Length > 3 ? cells[3] : "");

    private sealed record Question(Language Language, string Text, HashSet<string> Right, string Bound)
    {
        public bool Allows(decimal price) => Bound.Length == 0
            || (Bound[0] == '>' ? price >= decimal.Parse(Bound[1..], CultureInfo.InvariantCulture)
                : price <= decimal.Parse(Bound, CultureInfo.InvariantCulture));
    }
}
