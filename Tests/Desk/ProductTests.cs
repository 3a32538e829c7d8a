using System.Text.RegularExpressions;
using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>What a merchant changes of goods beside the feed, and what shoppers see of it.</summary>
public sealed partial class ProductTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private static int _shoppers;

    [Fact]
    public async Task A_count_in_the_desk_holds_for_the_next_shopper_and_a_low_one_is_told()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Count Staff");
        var sku = (await PaidAsync("Pesto")).Lines[0].Sku;
        await OpenAsync(desk, "pesto");
        await shop.Now.StepAsync(TimeSpan.FromSeconds(1));
        var after = await desk.SubmitAsync("/desk/products/edit?handler=Count", ("Pieces", "1"));
        Assert.Contains("The count is saved.", after.Words, StringComparison.Ordinal);
        Assert.Contains("Available 1 ", after.Words, StringComparison.Ordinal);
        Assert.Contains($"sku={sku}\"", (await desk.GetAsync("/desk/products?view=Low")).Html, StringComparison.Ordinal);
        Assert.Contains("Genoese pesto 1 piece", (await desk.GetAsync("/desk")).Words, StringComparison.Ordinal);

        await OpenAsync(desk, "pesto");
        await desk.SubmitAsync("/desk/products/edit?handler=LowMark", ("Low", "0"));
        Assert.DoesNotContain($"sku={sku}\"", (await desk.GetAsync("/desk/products?view=Low")).Html, StringComparison.Ordinal);
        shop.Merchant.Count(sku.Value, 50);
    }

    [Fact]
    public async Task A_hidden_product_is_hidden_from_shoppers_also_after_the_next_feed_until_it_is_shown_again()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Hide Staff");
        await OpenAsync(desk, "mattarello");
        await desk.SubmitAsync("/desk/products/edit?handler=Hide");
        await shop.Merchant.ImportAsync();
        Assert.DoesNotContain("Mattarello", await CardsOfAsync("mattarello"), StringComparison.Ordinal);
        Assert.Contains("Beech rolling pin", (await desk.GetAsync("/desk/products?view=Hidden")).Words, StringComparison.Ordinal);

        await OpenAsync(desk, "mattarello", "Hidden");
        await desk.SubmitAsync("/desk/products/edit?handler=Hide");
        await shop.Now.SettleAsync();
        Assert.Contains("Mattarello", await CardsOfAsync("mattarello"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_set_in_the_desk_is_asked_at_once_and_until_the_feed_brings_another_one()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Price Staff");
        await OpenAsync(desk, "caraffa");
        var after = await desk.SubmitAsync("/desk/products/edit?handler=Price", ("Amount", "33,50"));
        Assert.Contains("The price is €33.50 now.", after.Words, StringComparison.Ordinal);
        Assert.Contains("your own price; the feed says €", after.Words, StringComparison.Ordinal);
        Assert.Equal(3350, (await PaidAsync("Caraffa")).Lines[0].UnitPrice.Minor);

        await shop.Merchant.ImportAsync();
        Assert.Equal(3350, (await PaidAsync("Caraffa")).Lines[0].UnitPrice.Minor);
        await shop.Merchant.ImportAsync(("carafe", "31EUR", null));
        Assert.Equal(3100, (await PaidAsync("Caraffa")).Lines[0].UnitPrice.Minor);
        var page = await OpenAsync(desk, "caraffa");
        Assert.DoesNotContain("your own price", page.Words, StringComparison.Ordinal);
        Assert.Matches("Prices it had .*€31.00 .*€33.50", page.Words);
        Assert.Matches("Price changed carafe: 33.50 EUR", await AuditAsync());
        await shop.Merchant.ImportAsync();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("free")]
    [InlineData("1.250")]
    [InlineData("12 USD")]
    [InlineData("99999999999999999999")]
    public async Task A_price_that_cannot_be_meant_changes_nothing(string typed)
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, $"Price {typed}");
        await OpenAsync(desk, "moka");
        var after = await desk.SubmitAsync("/desk/products/edit?handler=Price", ("Amount", typed));
        Assert.Contains("Write a price above zero", after.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("your own price", (await OpenAsync(desk, "moka")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_no_higher_than_the_sale_price_beside_it_is_refused()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Sale Staff");
        var list = await desk.GetAsync("/desk/products");
        var sku = Regex.Match(list.Html, @"sku=(?<sku>[\w-]+)""(?:(?!</tr>).)*<s>", RegexOptions.Singleline).Groups["sku"].Value;
        await desk.GetAsync($"/desk/products/edit?sku={sku}");
        var after = await desk.SubmitAsync("/desk/products/edit?handler=Price", ("Amount", "0.50"));
        Assert.Contains("must be higher than the sale price", after.Words, StringComparison.Ordinal);
    }

    private static async Task<DeskView> OpenAsync(DeskVisitor desk, string search, string view = "OnSale")
    {
        var found = await desk.GetAsync($"/desk/products?q={search}&view={view}");
        var link = Edit().Match(found.Html);
        Assert.True(link.Success, $"{search} is not in the list: {found.Words}");
        return await desk.GetAsync(link.Value);
    }

    private async Task<string> AuditAsync()
    {
        using var owner = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Price Owner");
        return (await owner.GetAsync("/desk/people")).Words;
    }

    /// <summary>Titles of the cards that a new shopper sees who writes this.</summary>
    private async Task<string> CardsOfAsync(string text)
    {
        var who = $"looker{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync($"{who} says: {text}");
        var chat = await Chat.OpenAsync(shop.Now, who);
        return string.Join('\n', (await chat.EverythingAsync()).SelectMany(reply => reply.Cards).Select(card => card.Title));
    }

    private async Task<Order> PaidAsync(string product)
    {
        var who = $"goods{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com");
    }

    [GeneratedRegex("/desk/products/edit\\?sku=[^\"]+")]
    private static partial Regex Edit();
}
