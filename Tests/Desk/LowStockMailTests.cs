using CommerceBot.Desk.Access;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>The merchant hears by mail when a sale leaves few pieces, once.</summary>
public sealed class LowStockMailTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private static int _shoppers;

    [Fact]
    public async Task A_sale_that_leaves_few_pieces_is_told_once_until_more_are_there_again()
    {
        var sku = await BuyAsync("Pesto");
        await CountAsync(sku, 4);
        await BuyAsync("Pesto");
        Assert.Empty(await ToldAsync("Pesto"));
        await BuyAsync("Pesto");
        var mail = Assert.Single(await ToldAsync("Pesto"));
        Assert.Equal("Scorta bassa: Pesto alla genovese", mail.Subject);
        Assert.Contains("2 × Pesto alla genovese", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/desk/products?view=Low", mail.Text, StringComparison.Ordinal);
        await BuyAsync("Pesto");
        Assert.Single(await ToldAsync("Pesto"));

        await CountAsync(sku, 3);
        await BuyAsync("Pesto");
        Assert.Equal(2, (await ToldAsync("Pesto")).Count);
        await CountAsync(sku, 50);
    }

    [Fact]
    public async Task A_variant_of_its_own_mark_is_told_at_that_and_an_order_that_nobody_pays_tells_nothing()
    {
        var sku = await BuyAsync("Caraffa");
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Low Staff");
        await desk.GetAsync($"/desk/products/edit?sku={sku}");
        await desk.SubmitAsync("/desk/products/edit?handler=LowMark", ("Low", "9"));
        await CountAsync(sku, 10);
        var before = (await ToldAsync("Caraffa")).Count;
        await shop.PlayAsync(Shopping.Orders($"unpaid{Interlocked.Increment(ref _shoppers)}", "Caraffa"));
        Assert.Equal(before, (await ToldAsync("Caraffa")).Count);
        await BuyAsync("Caraffa");
        Assert.Contains("9 × ", (await ToldAsync("Caraffa"))[before].Text, StringComparison.Ordinal);
    }

    private async Task CountAsync(string sku, int pieces)
    {
        await shop.Now.StepAsync(TimeSpan.FromSeconds(1));
        shop.Merchant.Count(sku, pieces);
        await shop.Now.StepAsync(TimeSpan.FromSeconds(1));
    }

    private async Task<IReadOnlyList<SeenMail>> ToldAsync(string product) =>
        [.. (await new TestMailbox(shop.Now).OfAsync(TestMailbox.Merchant)).Where(mail =>
            mail.Subject.StartsWith($"Scorta bassa: {product}", StringComparison.Ordinal))];

    private async Task<string> BuyAsync(string product)
    {
        var who = $"lowbuyer{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com").Lines[0].Sku.Value;
    }
}
