using System.Text.Json;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

/// <summary>What an invoice needs, checked before the exchange system refuses it.</summary>
public sealed class InvoiceTests
{
    private static readonly InvoiceChange Right = new("Rossi S.r.l.", "12345678903", null, null, "ab12345");

    [Theory]
    [InlineData("12345678903", "IT12345678903")]
    [InlineData("it 123 456 789 03", "IT12345678903")]
    [InlineData("DE123456789", "DE123456789")]
    [InlineData("IE1234567FA", "IE1234567FA")]
    public void A_VAT_number_is_kept_in_one_form(string typed, string kept) =>
        Assert.Equal(kept, InvoiceRules.Read(Right with { VatNumber = typed }).Invoice?.VatNumber);

    [Theory]
    [InlineData("12345678901")]
    [InlineData("00000000000")]
    [InlineData("IT123")]
    [InlineData("1234")]
    [InlineData("D123456789")]
    public void A_VAT_number_with_a_slip_is_refused(string typed) =>
        Assert.Equal([InvoiceFault.VatNumber], InvoiceRules.Read(Right with { VatNumber = typed }).Faults);

    [Theory]
    [InlineData("rssmra85t10a562s", true)]
    [InlineData("RSSMRA85T10A562T", false)]
    [InlineData("RSSMRA85T10A56NH", true)]
    [InlineData("BNCNNA90A41F205W", true)]
    [InlineData("12345678903", true)]
    [InlineData("12345678904", false)]
    [InlineData("RSSMRA85T10A562", false)]
    public void A_tax_code_counts_by_its_check_sign(string typed, bool isRight) =>
        Assert.Equal(isRight, InvoiceRules.Read(new InvoiceChange("Mario Rossi", TaxCode: typed)).Invoice is not null);

    [Fact]
    public void Every_field_that_is_wrong_is_named()
    {
        var faults = InvoiceRules.Read(new InvoiceChange("", "1", "2", "no address", "123")).Faults;
        Assert.Equal(
            [InvoiceFault.Name, InvoiceFault.VatNumber, InvoiceFault.TaxCode, InvoiceFault.Pec, InvoiceFault.RecipientCode], faults);
        Assert.Equal([InvoiceFault.NoTaxId], InvoiceRules.Read(new InvoiceChange("Anna")).Faults);
    }

    [Fact]
    public void An_invoice_that_is_made_keeps_its_data_until_its_number_is_taken_back()
    {
        var order = Accepted(Some.Order(OrderState.Paid).AskInvoice(Right, Some.Noon));
        Assert.IsType<TransitionResult.AlreadySo>(order.AskInvoice(Right, Some.Noon));
        var made = Accepted(order.MakeInvoice(" 2026/17 ", Some.Noon));
        Assert.Equal("2026/17", made.Invoice?.Number);
        Assert.IsType<TransitionResult.Refused>(made.AskInvoice(Right with { Name = "Other" }, Some.Noon));
        Assert.False(Accepted(made.MakeInvoice("", Some.Noon)).Invoice?.IsMade);
        Assert.IsType<TransitionResult.Refused>(Some.Order(OrderState.Paid).MakeInvoice("1", Some.Noon));
    }

    [Fact]
    public void An_order_is_found_by_its_invoice_and_an_older_one_is_read_without()
    {
        var order = Accepted(Some.Order(OrderState.Paid).AskInvoice(Right, Some.Noon));
        var words = OrderSearchWords.Of(order);
        foreach (var typed in new[] { "IT12345678903", "12345678903", "rossi" })
            Assert.All(OrderSearchWords.OfQuery(typed), word => Assert.Contains(word, words));
        var json = JsonSerializer.Serialize(order, OrdersJson.Default.Order);
        Assert.Equal(order.Invoice, JsonSerializer.Deserialize(json, OrdersJson.Default.Order)?.Invoice);
        Assert.DoesNotContain(
            "invoice", JsonSerializer.Serialize(Some.Order(), OrdersJson.Default.Order), StringComparison.OrdinalIgnoreCase);
    }

    private static Order Accepted(TransitionResult result) => Assert.IsType<TransitionResult.Accepted>(result).Order;
}
