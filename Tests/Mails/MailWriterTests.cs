using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CommerceBot.Catalog;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.Mails;

/// <summary>What stands in the mails, in both languages, and that nothing in an order can break them.</summary>
public sealed partial class MailWriterTests
{
    /// <summary>Gmail shows no more of a mail than this (102 KB as measured; read 2026-11).</summary>
    private const int MostBytes = 100_000;

    private static readonly ShopSettings Shop = ReadShop();

    public static TheoryData<string, OrderMailKind> All()
    {
        var data = new TheoryData<string, OrderMailKind>();
        foreach (var language in new[] { "it", "en" })
            foreach (var kind in Enum.GetValues<OrderMailKind>())
                data.Add(language, kind);
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_mail_has_a_subject_both_forms_and_fits(string language, OrderMailKind kind)
    {
        var mail = await WriteAsync(Mail(kind, new Language(language)));
        Assert.InRange(mail.Subject.Length, 10, 78);
        Assert.Contains($"<html lang=\"{language}\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Anna Bianchi", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Anna Bianchi", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Placeholder(), mail.Subject + mail.Text);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1000, MostBytes);
    }

    [Fact]
    public async Task An_order_of_a_hundred_lines_still_fits()
    {
        var order = Some.Order();
        var lines = Enumerable.Range(0, 100).Select(i => order.Lines[0] with { Title = $"Vaso numero {i} in ceramica dipinta a mano" });
        var mail = await WriteAsync(new OrderMail(OrderMailKind.Confirmation, order with { Lines = [.. lines] }, Some.Noon));
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1000, MostBytes);
    }

    [Fact]
    public async Task Styles_stand_on_the_elements_and_only_media_queries_are_left_in_the_head()
    {
        var mail = await WriteAsync(Mail(OrderMailKind.Confirmation, Language.Italian));
        Assert.Contains("<h1 style=\"", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("var(--", mail.Html, StringComparison.Ordinal);
        var style = mail.Html[
            mail.Html.IndexOf("<style", StringComparison.Ordinal)..mail.Html.IndexOf("</style>", StringComparison.Ordinal)
        ];
        Assert.StartsWith("@media", style[(style.IndexOf('>', StringComparison.Ordinal) + 1)..].Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><b>")]
    [InlineData("</td></table><h1>Rimborso</h1>")]
    public async Task What_people_and_feeds_wrote_is_text_in_every_place(string hostile)
    {
        var order = Some.Order();
        order = order with
        {
            Lines = [order.Lines[0] with { Title = hostile, Options = hostile }],
            Contact = order.Contact with { Name = hostile },
            Address = order.Address with { Name = hostile, Street = hostile, City = hostile, CourierNote = hostile },
            Delivery = order.Delivery with { Name = hostile },
        };
        var mail = await WriteAsync(new OrderMail(OrderMailKind.Confirmation, order, Some.Noon));
        // Its own pictures and headings are none and one.
        var page = new HtmlParser().ParseDocument(mail.Html);
        Assert.Empty(page.QuerySelectorAll("script, img, b"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains(hostile, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_confirmation_names_seller_address_withdrawal_guarantee_and_terms()
    {
        var mail = await WriteAsync(Mail(OrderMailKind.Confirmation, Language.English));
        foreach (var told in new[]
        {
            "Aurora Esempio", "Via dell'Esempio 1", "IT00000000000", "ciao@shop.example", "+390212345678", "Right of withdrawal", "14 days",
            "Model withdrawal form", "two years", "https://shop.example/terms", "https://shop.example/privacy", "€19.90 each", "VAT 22",
            "€44.70", "Via Roma 1", "Italy",
        })
        {
            Assert.Contains(told, mail.Text, StringComparison.Ordinal);
            Assert.Contains(told, System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("ec.europa.eu/consumers/odr", mail.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("BRT", "0123456", "https://brt.example/t?n=0123456&p=20121&l=it")]
    [InlineData("brt", "0123456", "https://brt.example/t?n=0123456&p=20121&l=it")]
    [InlineData(null, "BRT 0123456", "https://brt.example/t?n=0123456&p=20121&l=it")]
    [InlineData("DHL", "0123456", null)]
    [InlineData("BRT", "01&x=https://evil.example", null)]
    [InlineData("BRT", "../../login", null)]
    [InlineData("BRT", "12", null)]
    public async Task A_parcel_is_followed_at_the_page_of_whoever_takes_it(string? by, string tracking, string? link)
    {
        var order = Some.Order();
        order = order with { State = OrderState.Shipped, Shipments = [new(by, tracking, order.Stock, Some.Noon)] };
        var mail = await WriteAsync(new OrderMail(OrderMailKind.Shipped, order, Some.Noon, Parcel: 0));
        Assert.Contains(tracking, mail.Text, StringComparison.Ordinal);
        if (link is null)
            Assert.DoesNotContain("brt.example", mail.Html, StringComparison.Ordinal);
        else
            Assert.Contains($"{link}\"", System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task Every_notice_to_the_merchant_names_order_and_amount_and_leads_to_the_desk(AlertKind? kind)
    {
        var order = Some.Order();
        var alert = kind is { } one ? new MerchantAlert(one, order.Id, order.Number, "44.70 EUR", "re_1", Some.Noon.AddDays(2)) : null;
        var content = new MerchantMailWriter(Shop, () => new Uri("https://desk.example")).Write(new MerchantMail(order, Some.Noon, alert));
        var mail = await MailWriter.WriteAsync(content, TestContext.Current.CancellationToken);
        Assert.Contains($"https://desk.example/desk/orders/{order.Number}", mail.Html, StringComparison.Ordinal);
        Assert.Contains(kind is null ? "44,70" : "44.70 EUR", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Placeholder(), mail.Subject + mail.Text);
        Assert.Equal(kind is not null, mail.Text.Contains("25 novembre 2026 13:00", StringComparison.Ordinal));
    }

    public static TheoryData<AlertKind?> Alerts() => new(Enum.GetValues<AlertKind>().Select(kind => (AlertKind?)kind).Append(null));

    private static OrderMail Mail(OrderMailKind kind, Language language)
    {
        var order = Some.Order() with { Language = language };
        return new OrderMail(
            kind, order with { Shipments = [new("BRT", "0123456", order.Stock, Some.Noon)] }, Some.Noon, Some.Eur(1234),
            kind is OrderMailKind.Shipped or OrderMailKind.PartlyShipped or OrderMailKind.TrackingCorrected ? 0 : null);
    }

    private static Task<WrittenMail> WriteAsync(OrderMail mail) =>
        MailWriter.WriteAsync(new OrderMailWriter(Shop).Write(mail), TestContext.Current.CancellationToken);

    private static ShopSettings ReadShop()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Shop:LegalName"] = "Aurora Esempio", ["Shop:LegalAddress"] = "Via dell'Esempio 1, 20121 Milano",
            ["Shop:VatNumber"] = "IT00000000000", ["Shop:SupportEmail"] = "ciao@shop.example", ["Shop:SupportPhone"] = "+390212345678",
            ["Shop:TermsUrl"] = "https://shop.example/terms", ["Shop:PrivacyUrl"] = "https://shop.example/privacy",
            ["Delivery:Methods:0:Name"] = "Corriere", ["Delivery:Methods:0:Price"] = "4.90",
            ["Delivery:Tracking:BRT"] = "https://brt.example/t?n={n}&p={postcode}&l={lang}",
        }).Build();
        return ShopOptions.Read(settings, () => new Uri("https://shop.example"), isLive: false, Some.Terms.Limits);
    }

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex Placeholder();
}
