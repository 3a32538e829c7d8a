using System.Globalization;
using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>The invoice of an order: asked for, made, found again, and apart from the takings.</summary>
public sealed class InvoiceFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private static int _shoppers;

    [Fact]
    public async Task Invoice_data_are_entered_shown_found_and_exported_and_the_shopper_hears_nothing()
    {
        var (chat, order) = await PaidAsync();
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Invoice Owner");
        var path = $"/desk/orders/{order.Number}";
        await desk.GetAsync($"{path}/invoice");
        var refused = await desk.SubmitAsync($"{path}/invoice", ("Name", "=Rossi S.r.l."), ("VatNumber", "12345678901"));
        Assert.Contains("This VAT number cannot be right", refused.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"=Rossi S.r.l.\"", refused.Html, StringComparison.Ordinal);
        var after = await desk.SubmitAsync(
            $"{path}/invoice", ("Name", "=Rossi S.r.l."), ("VatNumber", "123 4567 8903"), ("RecipientCode", "ab12345"));
        Assert.Contains("Invoice asked for", after.Words, StringComparison.Ordinal);
        Assert.Contains("VAT number IT12345678903 SDI code AB12345", after.Words, StringComparison.Ordinal);
        Assert.Matches("Invoice data .*=Rossi.*Invoice Owner", after.Words);
        Assert.Empty(await chat.HearAsync());
        Assert.Contains(order.Number.Value, (await desk.GetAsync("/desk/orders?q=IT12345678903")).Words, StringComparison.Ordinal);

        await desk.GetAsync($"{path}/invoice");
        var made = await desk.SubmitAsync($"{path}/invoice?handler=Made", ("InvoiceNumber", "2026/17"));
        Assert.Contains("Invoiced 2026/17", made.Words, StringComparison.Ordinal);
        Assert.Contains("Invoice 2026/17", made.Words, StringComparison.Ordinal);
        var file = (await desk.GetAsync("/desk/exports?handler=Orders&from=2026-11-01&until=2026-12-31")).Html;
        Assert.Contains(
            ",'=Rossi S.r.l.,IT12345678903,,,AB12345,2026/17\r\n",
            file.Split(order.Number.Value)[1] + file.Split(order.Number.Value)[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_invoiced_stands_in_rows_of_its_own_in_the_takings()
    {
        var (_, order) = await PaidAsync();
        var (_, other) = await PaidAsync();
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Takings Invoice");
        var before = await SumsAsync(desk);
        await desk.GetAsync($"/desk/orders/{order.Number}/invoice");
        await desk.SubmitAsync($"/desk/orders/{order.Number}/invoice", ("Name", "Rossi"), ("TaxCode", "RSSMRA85T10A562S"));
        Assert.Equal(before, await SumsAsync(desk));
        await desk.GetAsync($"/desk/orders/{order.Number}/invoice");
        await desk.SubmitAsync($"/desk/orders/{order.Number}/invoice?handler=Made", ("InvoiceNumber", "18"));
        var (invoiced, rest) = await SumsAsync(desk);
        Assert.Equal(
            (order.Total.InMainUnit(), before.Invoiced + before.Others), (invoiced - before.Invoiced, invoiced + rest));
        Assert.True(rest >= other.Total.InMainUnit());
    }

    [Fact]
    public async Task Data_of_an_invoice_that_is_made_are_refused_whatever_form_is_sent()
    {
        var (_, order) = await PaidAsync();
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Invoice Stale");
        using var other = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Invoice Other");
        var path = $"/desk/orders/{order.Number}/invoice";
        await desk.GetAsync(path);
        await desk.SubmitAsync(path, ("Name", "Rossi"), ("TaxCode", "RSSMRA85T10A562S"));
        await other.GetAsync(path);
        await desk.GetAsync(path);
        await desk.SubmitAsync($"{path}?handler=Made", ("InvoiceNumber", "19"));
        var late = await other.SubmitAsync(path, ("Name", "Gialli"), ("TaxCode", "RSSMRA85T10A562S"));
        Assert.Contains($"Order {order.Number} does not allow this now.", late.Words, StringComparison.Ordinal);
        Assert.Contains("Rossi", late.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Gialli", late.Words, StringComparison.Ordinal);
    }

    private static async Task<(decimal Invoiced, decimal Others)> SumsAsync(DeskVisitor desk)
    {
        var rows = (await desk.GetAsync("/desk/exports?handler=Takings&from=2026-11-01&until=2026-12-31")).Html.TrimStart('\ufeff')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')).ToList();
        var (kind, sum) = (Array.IndexOf(rows[0], "invoiced"), Array.IndexOf(rows[0], "total"));
        decimal Of(string word) => rows.Skip(1).Where(row => row[kind] == word)
            .Sum(row => decimal.Parse(row[sum], CultureInfo.InvariantCulture));
        return (Of("yes"), Of("no"));
    }

    private async Task<(Chat Chat, Order Order)> PaidAsync()
    {
        var who = $"invoiced{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync(Shopping.Orders(who, "Pesto") + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        var chat = await Chat.OpenAsync(shop.Now, who);
        await chat.HearAsync();
        return (chat, shop.Merchant.OrderOf($"{who}@example.com"));
    }
}
