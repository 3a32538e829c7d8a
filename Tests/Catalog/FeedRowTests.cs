using CommerceBot.Catalog.Feed;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>One row and what may be wrong with it.</summary>
public sealed class FeedRowTests : IDisposable
{
    private readonly TestCatalog _category = new();

    [Fact]
    public async Task A_good_row_has_no_problems()
    {
        var report = await _category.Rows(TestCatalog.Row());
        Assert.Empty(report.Problems);
        Assert.Equal((1, 1, 1, 1, 0L), (report.Read, report.Imported, report.Products, report.Variants, report.Errors));
    }

    [Theory]
    [InlineData("", "9.90 EUR", "in stock", "https://a.example", "id")]
    [InlineData("m1", "", "in stock", "https://a.example", "price")]
    [InlineData("m1", "free", "in stock", "https://a.example", "price")]
    [InlineData("m1", "0 EUR", "in stock", "https://a.example", "price")]
    [InlineData("m1", "-1 EUR", "in stock", "https://a.example", "price")]
    [InlineData("m1", "9.90 USD", "in stock", "https://a.example", "price")]
    [InlineData("m1", "9.90 EUR", "maybe", "https://a.example", "availability")]
    [InlineData("m1", "9.90 EUR", "", "https://a.example", "availability")]
    [InlineData("m1", "9.90 EUR", "in stock", "javascript:alert(1)", "link")]
    [InlineData("m1", "9.90 EUR", "in stock", "data:text/html,x", "link")]
    [InlineData("m1", "9.90 EUR", "in stock", "file:///etc/passwd", "link")]
    [InlineData("m1", "9.90 EUR", "in stock", "//shop.example/x", "link")]
    [InlineData("m1", "9.90 EUR", "in stock", "https://user:pass@shop.example/", "link")]
    [InlineData("m1", "9.90 EUR", "in stock", "not a link", "link")]
    public async Task A_row_that_cannot_be_sold_is_named_by_line_and_column_and_the_rest_is_imported(
        string id, string price, string availability, string link, string column)
    {
        var report = await _category.Rows(
            TestCatalog.Row(id: "good"), TestCatalog.Row(id: id, price: price, availability: availability, link: link));
        var error = Assert.Single(report.Problems, problem => problem.IsError);
        Assert.Equal((3, column), (error.Line, error.Column));
        Assert.NotEmpty(error.Advice);
        Assert.Equal(1, report.Imported);
    }

    [Fact]
    public async Task A_script_as_picture_is_refused()
    {
        var report = await _category.Rows(TestCatalog.Row(image: "javascript:alert(1)"), TestCatalog.Row(id: "good"));
        Assert.Equal("image_link", Assert.Single(report.Problems).Column);
    }

    [Fact]
    public async Task A_row_without_a_title_is_an_error() =>
        Assert.Equal(
            "title", Assert.Single((await _category.Rows(TestCatalog.Row(title: ""), TestCatalog.Row(id: "good"))).Problems).Column);

    [Theory]
    [InlineData("in stock", "5", 5)]
    [InlineData("in_stock", "5", 5)]
    [InlineData("In Stock", "5.0", 5)]
    [InlineData("available for order", "", FeedSelling.Plenty)]
    [InlineData("in stock", "", FeedSelling.Plenty)]
    [InlineData("in stock", "0", 0)]
    [InlineData("in stock", "-4", 0)]
    [InlineData("in stock", "5000000", FeedSelling.Plenty)]
    [InlineData("out of stock", "7", 0)]
    [InlineData("out_of_stock", "", 0)]
    [InlineData("preorder", "7", 0)]
    [InlineData("pending", "7", 0)]
    [InlineData("mark_as_sold", "7", 0)]
    public async Task Stock_is_what_availability_and_quantity_say_together(string availability, string quantity, int pieces)
    {
        await _category.Rows(TestCatalog.Row(availability: availability, quantity: quantity));
        Assert.Equal(pieces, (await _category.Variant("mug-1")).Available);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("2.5")]
    public async Task A_quantity_that_is_no_whole_number_is_an_error(string quantity) =>
        Assert.Equal(
            "quantity_to_sell_on_facebook",
            Assert.Single((await _category.Rows(TestCatalog.Row(quantity: quantity), TestCatalog.Row(id: "good"))).Problems).Column);

    [Fact]
    public async Task The_old_name_of_the_quantity_column_still_counts()
    {
        await _category.Import("id,title,price,availability,inventory\nm1,Mug,5 EUR,in stock,3\n");
        Assert.Equal(3, (await _category.Variant("m1")).Available);
    }

    [Theory]
    [InlineData("status", "archived")]
    [InlineData("visibility", "hidden")]
    [InlineData("visibility", "Staging")]
    public async Task What_the_merchant_hides_is_not_on_sale_and_no_error(string column, string value)
    {
        var report = await _category.Import(
            $"id,title,price,availability,{column}\nm1,Mug,5 EUR,in stock,{value}\nm2,Cup,5 EUR,in stock,\n");
        Assert.Equal((1, 1, 0), (report.Imported, report.Hidden, report.Errors));
        Assert.Null(await _category.Find("m1"));
    }

    [Fact]
    public async Task A_discontinued_product_is_not_on_sale() =>
        Assert.Equal(1, (await _category.Rows(TestCatalog.Row(availability: "discontinued"), TestCatalog.Row(id: "good"))).Hidden);

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    public async Task A_sale_without_dates_holds_for_ever(string dates)
    {
        await _category.Rows(TestCatalog.Row(sale: "7.50 EUR", dates: dates));
        Assert.Equal(750, (await _category.Variant("mug-1")).PriceAt(TestCatalog.Now).Minor);
    }

    [Theory]
    [InlineData("2026-11-01T00:00+00:00/2026-12-01T00:00+00:00", 750)]
    [InlineData("2026-11-23T09:00-0300/2026-12-01T00:00-0300", 750)]
    [InlineData("2026-11-23T09:01-0300/2026-12-01T00:00-0300", 990)]
    [InlineData("2026-11-01/2026-11-23", 750)]
    [InlineData("2026-11-01T00:00:00Z/2026-11-23T12:00:00Z", 990)]
    [InlineData("2026-11-01 00:00/2026-11-30 00:00", 750)]
    [InlineData("2017-12-01T0:00-23:59/2017-12-31T0:00-23:59", 990)]
    [InlineData("2026-11-23T0:00-23:59/2026-11-23T0:00-23:59", 750)]
    public async Task A_sale_holds_between_its_dates(string dates, long price)
    {
        Assert.Empty((await _category.Rows(TestCatalog.Row(sale: "7.50 EUR", dates: dates))).Problems);
        Assert.Equal(price, (await _category.Variant("mug-1")).PriceAt(TestCatalog.Now).Minor);
    }

    [Theory]
    [InlineData("9.90 EUR", "", "sale_price")]
    [InlineData("12 EUR", "", "sale_price")]
    [InlineData("5 USD", "", "sale_price")]
    [InlineData("half", "", "sale_price")]
    [InlineData("5 EUR", "next week", "sale_price_effective_date")]
    [InlineData("5 EUR", "2026-12-01/2026-11-01", "sale_price_effective_date")]
    public async Task A_sale_that_makes_no_sense_is_told_and_the_ordinary_price_holds(string sale, string dates, string column)
    {
        var report = await _category.Rows(TestCatalog.Row(sale: sale, dates: dates));
        Assert.Equal((column, false), (Assert.Single(report.Problems).Column, report.Problems[0].IsError));
        Assert.Null((await _category.Variant("mug-1")).Sale);
    }

    [Fact]
    public async Task A_sale_price_of_zero_ends_the_sale()
    {
        Assert.Empty((await _category.Rows(TestCatalog.Row(sale: "0 EUR"))).Problems);
        Assert.Null((await _category.Variant("mug-1")).Sale);
    }

    [Fact]
    public async Task Of_rows_with_one_id_none_is_imported_and_each_is_told()
    {
        var report = await _category.Rows(
            TestCatalog.Row(title: "First"), TestCatalog.Row(id: "other"), TestCatalog.Row(title: "Second"), TestCatalog.Row(title: "Third")
        );
        Assert.Equal((1, 3), (report.Imported, report.Errors));
        Assert.Equal(
            ["2 of line 4", "4 of line 2", "5 of line 2"],
            report.Problems.Select(problem => $"{problem.Line} of {problem.Advice[17..23]}"));
        Assert.Null(await _category.Find("mug-1"));
        Assert.NotNull(await _category.Find("other"));
    }

    [Fact]
    public async Task Ids_differ_by_case()
    {
        Assert.Equal(2, (await _category.Rows(TestCatalog.Row(id: "mug-1"), TestCatalog.Row(id: "MUG-1"))).Imported);
        Assert.Equal("MUG-1", (await _category.Find("MUG-1"))!.Id.Value);
    }

    [Theory]
    [InlineData("mug,1")]
    [InlineData("mug:1")]
    public async Task An_id_that_breaks_metas_checkout_links_is_imported_with_a_warning(string id)
    {
        var report = await _category.Rows(TestCatalog.Row(id: id));
        Assert.Equal((1, "id", false), (report.Imported, Assert.Single(report.Problems).Column, report.Problems[0].IsError));
    }

    [Fact]
    public async Task An_id_or_group_longer_than_100_characters_is_an_error()
    {
        var report = await _category.Rows(
            TestCatalog.Row(id: new string('a', 101)), TestCatalog.Row(id: "b", group: new string('g', 101)),
            TestCatalog.Row(id: new string('c', 100)));
        Assert.Equal((1, 2), (report.Imported, report.Errors));
    }

    [Fact]
    public async Task Texts_too_long_are_cut_and_told_and_too_short_ones_are_told()
    {
        var report = await _category.Rows(
            TestCatalog.Row(title: new string('t', 201), description: new string('d', 10_000)),
            TestCatalog.Row(id: "short", description: "Nice."));
        Assert.Equal(["title", "description", "description"], report.Problems.Select(problem => problem.Column));
        var cut = (await _category.Find("mug-1"))!;
        Assert.Equal((200, 9_999), (cut.Title.Length, cut.Description.Length));
    }

    [Fact]
    public async Task Markup_in_a_text_becomes_plain()
    {
        await _category.Rows(
            TestCatalog.Row(
                title: "Salt &amp; Pepper <3", description: "<p>Two <b>mills</b>.</p><ul><li>Oak</li><li>5 &lt; 6</li></ul> of olive wood")
        );
        var product = (await _category.Find("mug-1"))!;
        Assert.Equal("Salt & Pepper <3", product.Title);
        Assert.Equal("Two mills. Oak 5 < 6 of olive wood", product.Description.Replace("  ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_product_without_a_picture_is_imported_with_a_warning() =>
        Assert.Equal("image_link", Assert.Single((await _category.Rows(TestCatalog.Row(image: ""))).Problems).Column);

    [Theory]
    [InlineData("New", 0)]
    [InlineData("REFURBISHED", 0)]
    [InlineData("shiny", 1)]
    public async Task A_condition_is_read_in_any_case(string condition, int warnings) =>
        Assert.Equal(
            warnings, (await _category.Rows(TestCatalog.Row().Replace("\"new\"", $"\"{condition}\"", StringComparison.Ordinal))).Warnings);

    [Fact]
    public async Task A_value_in_the_report_is_short_and_on_one_line()
    {
        var report = await _category.Rows(TestCatalog.Row(price: "no\nprice " + new string('9', 500)), TestCatalog.Row(id: "good"));
        var shown = report.Problems.First(problem => problem.IsError).ToString();
        Assert.DoesNotContain('\n', shown);
        Assert.True(shown.Length < 250, shown);
    }

    [Fact]
    public async Task A_feed_with_ten_thousand_errors_reports_the_first_and_counts_all()
    {
        var report = await _category.Rows([
            TestCatalog.Row(),
            .. Enumerable.Range(0, 10_000).Select(i => TestCatalog.Row(id: $"x{i}", price: "free")),
        ]);
        Assert.Equal((10_000, ImportProblems.Kept), (report.Errors, report.Problems.Count));
    }

    public void Dispose() => _category.Dispose();
}
