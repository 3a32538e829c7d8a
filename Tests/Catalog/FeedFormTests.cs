using System.Text;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>The file as a whole: encodings, delimiters, headers, ragged rows. Each fault is one that a real generator makes.</summary>
public sealed class FeedFormTests : IDisposable
{
    private const string Columns = "id,title,description,availability,price";
    private readonly TestCatalog _category = new();

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task The_delimiter_is_found_out(string delimiter)
    {
        var report = await _category.Import(
            $"{Columns}\nm1,Mug,A mug of white porcelain for two.,in stock,9.90 EUR\n".Replace(",", delimiter, StringComparison.Ordinal));
        Assert.Equal((1, 1, 0), (report.Read, report.Imported, report.Errors));
        Assert.Equal("Mug", (await _category.Find("m1"))!.Title);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_name()
    {
        Assert.Equal(1, (await _category.Import("\uFEFF" + Columns + "\nm1,Mug,,in stock,9.90\n")).Imported);
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Columns + "\nm2,Caffè,,in stock,9.90\n")).ToArray();
        Assert.Equal(1, (await _category.Import(new MemoryStream(utf16))).Imported);
        Assert.Equal("Caffè", (await _category.Find("m2"))!.Title);
    }

    [Fact]
    public async Task Comment_lines_are_skipped_and_counted_as_lines()
    {
        var report = await _category.Import(
            $"# ref_application_id 123\n\n# required | a \"mark\n{Columns}\n# more\nm1,Mug,,in stock,nothing\n");
        Assert.Equal(1, report.Read);
        Assert.Equal(6, Assert.Single(report.Problems, problem => problem.IsError).Line);
    }

    [Theory]
    [InlineData("#A12")]
    [InlineData("# 7")]
    [InlineData("#")]
    [InlineData("\"#Q1\"")]
    public async Task A_row_whose_id_begins_with_a_hash_is_a_row(string id)
    {
        var report = await _category.Import(
            $"# made by a plugin\n{Columns}\nm1,Mug,,in stock,9.90\n{id},Cup,,in stock,5\n#broken,Pan,,in stock,x\n");
        Assert.Equal((3, 2, 1), (report.Read, report.Imported, report.Errors));
        Assert.Equal("Cup", (await _category.Find(id.Trim('"')))!.Title);
        Assert.Equal(5, Assert.Single(report.Problems, problem => problem.IsError).Line);
    }

    [Fact]
    public async Task Header_names_are_read_in_any_case_with_stray_spaces_and_google_prefix() =>
        Assert.Equal(
            1,
            (
                await _category.Import(
                    " ID , g:Title,\"Description\",Availability,PRICE, is_woo_all_products_sync\nm1,Mug,,in stock,9.90,1\n")).Imported);

    [Fact]
    public async Task A_row_with_cells_beyond_the_header_is_imported_with_a_warning()
    {
        var report = await _category.Import(Columns + "\nm1,Mug,A mug of white porcelain for two.,in stock,9.90 EUR,stray,values\n");
        Assert.Equal((1, 0), (report.Imported, report.Errors));
        Assert.Contains(
            report.Problems,
            problem => problem.Line == 2 && problem.Advice.Contains("beyond the header", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_labels_without_quotation_marks_do_not_shift_the_columns_after_them()
    {
        await _category.Import("id,title,internal_label,description,availability,price\nm1,Mug,['winter','sale'],Warm,in stock,9.90 EUR\n");
        Assert.Equal("Warm", (await _category.Find("m1"))!.Description);
    }

    [Fact]
    public async Task A_row_too_short_to_hold_its_price_is_an_error_and_one_without_its_last_cells_is_not()
    {
        var report = await _category.Import("id,title,price,availability,brand,color\nm1,Mug\nm2,Cup,5 EUR,in stock\n");
        Assert.Equal((2, 1, 1), (report.Read + report.Errors, report.Imported, report.Errors));
        Assert.NotNull(await _category.Find("m2"));
    }

    [Fact]
    public async Task Quotes_commas_and_line_breaks_inside_a_text_are_kept_and_lines_still_count()
    {
        var report = await _category.Import(
            Columns + "\r\nm1,\"Mug, \"\"large\"\"\",\"First line\r\nsecond line\",in stock,9.90\r\nm2,Cup,,in stock,oops\r\n");
        var mug = await _category.Find("m1");
        Assert.Equal("Mug, \"large\"", mug!.Title);
        Assert.Equal("First line\r\nsecond line", mug.Description);
        Assert.Equal(4, report.Problems.Single(problem => problem.IsError).Line);
    }

    [Fact]
    public async Task Sloppy_quotes_are_read_as_they_stand()
    {
        await _category.Import(Columns + "\nm1,Pan 12\" wide,\"Cast\" iron,in stock,9.90\n");
        Assert.Equal("Pan 12\" wide", (await _category.Find("m1"))!.Title);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \r\n \n", "empty")]
    [InlineData("<!DOCTYPE html><html><body>Log in</body></html>", "web page")]
    [InlineData("\n<html>", "web page")]
    [InlineData("PK\u0003\u0004zip", "compressed")]
    [InlineData("# only\n# comments\n", "comments")]
    [InlineData("name;cost\nMug;5\n", "'id'")]
    [InlineData("id,title,price,link,m1,Mug,9.90 EUR,https://shop.example/m1\n", "new line")]
    [InlineData("id,title,price\nm1,\"Mug,9\nm2,Cup,5\nm3,Pan,5\n", "quotation mark opened on line 2")]
    public async Task A_file_that_is_no_feed_is_refused_whole_and_changes_nothing(string feed, string why)
    {
        await _category.Rows(TestCatalog.Row());
        var report = await _category.Import(feed);
        Assert.False(report.Succeeded);
        Assert.Contains(why, report.Refused, StringComparison.Ordinal);
        Assert.NotNull(await _category.Find("mug-1"));
    }

    [Fact]
    public async Task A_feed_without_one_good_row_leaves_the_catalogue_as_it_was()
    {
        await _category.Rows(TestCatalog.Row());
        var report = await _category.Rows(TestCatalog.Row(id: "m2", price: "free"));
        Assert.Contains("stays as it was", report.Refused, StringComparison.Ordinal);
        Assert.NotNull(await _category.Find("mug-1"));
    }

    [Fact]
    public async Task A_row_longer_than_five_megabytes_is_left_out_and_the_next_one_is_not()
    {
        var report = await _category.Rows(TestCatalog.Row(id: "big", description: new string('x', 5_242_881)), TestCatalog.Row());
        Assert.Equal((1, 1), (report.Imported, report.Errors));
        Assert.Contains(report.Problems, problem => problem is { IsError: true, Line: 2 } && problem.Value.Length < 80);
    }

    [Fact]
    public async Task A_row_without_end_is_refused_in_bounded_memory()
    {
        var report = await _category.Import(Columns + "\nm1,\"" + new string('x', 11_000_000));
        Assert.Contains("line 2", report.Refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_that_are_not_utf8_are_told()
    {
        var feed = Encoding.Latin1.GetBytes(Columns + "\nm1,Caffè,,in stock,9.90\n");
        var report = await _category.Import(new MemoryStream(feed));
        Assert.Contains(report.Problems, problem => problem.Advice.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_woocommerce_writes_is_imported()
    {
        await using var feed = File.OpenRead("Samples/feeds/woo-plugin-format.csv");
        var report = await _category.Import(feed, "USD");
        Assert.Equal((3, 2, 2, 1, 0), (report.Read, report.Imported, report.Products, report.Hidden, report.Errors));
        var tee = (await _category.Find("sku-tee_11"))!;
        Assert.Equal((2000, 5), (tee.Variants[0].Price.Minor, tee.Variants[0].Available));
        var hoodie = (await _category.Find("sku-hood_22"))!;
        Assert.Equal("hood_20", hoodie.Id.Value);
        Assert.Equal(1500, hoodie.Variants[0].Sale!.Price.Minor);
        Assert.Equal("clothing.hoodies", hoodie.Category.Value);
        Assert.Null(await _category.Find("sku-hood_23"));
    }

    [Fact]
    public async Task An_rss_feed_with_googles_names_is_imported()
    {
        await using var feed = File.OpenRead("Samples/feeds/rss.xml");
        var report = await _category.Import(feed, "USD");
        Assert.Equal((1, 1, 0), (report.Read, report.Imported, report.Errors));
        var mug = (await _category.Find("X1"))!;
        Assert.Equal(("Mug & Saucer", "A mug", "Acme"), (mug.Title, mug.Description, mug.Brand));
        Assert.Equal((800, 999_999), (mug.Variants[0].Price.Minor, mug.Variants[0].Available));
        Assert.Equal("https://shop.example/x1.jpg".Replace("shop", "s", StringComparison.Ordinal), mug.Image!.AbsoluteUri);
    }

    [Fact]
    public async Task An_atom_feed_is_imported_too()
    {
        var report = await _category.Import("""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><title>Shop</title>
            <entry><g:id>A1</g:id><title>Mug</title><link href="https://shop.example/a1"/><g:availability>in stock</g:availability>
              <g:price>5 EUR</g:price></entry>
            <entry><g:id>A2</g:id><title>Cup</title><g:availability>in stock</g:availability><g:price>free</g:price></entry></feed>
            """);
        Assert.Equal((2, 1, 1), (report.Read, report.Imported, report.Errors));
        Assert.Equal("https://shop.example/a1", (await _category.Find("A1"))!.Link!.AbsoluteUri);
    }

    [Theory]
    [InlineData(
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><id>&x;</id></item>"
        + "</channel></rss>"
    )]
    [InlineData("<?xml version=\"1.0\"?><rss><channel><item><id>1</id>")]
    public async Task Hostile_or_broken_xml_is_refused(string feed) =>
        Assert.Contains("XML is broken", (await _category.Import(feed)).Refused, StringComparison.Ordinal);

    public void Dispose() => _category.Dispose();
}
