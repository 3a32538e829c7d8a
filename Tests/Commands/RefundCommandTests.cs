using CommerceBot.Commands;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Commands;

public sealed class RefundCommandTests
{
    [Theory]
    [InlineData("5", 500)]
    [InlineData("12.50", 1250)]
    [InlineData("12,50", 1250)]
    [InlineData("1,234.50", 123450)]
    [InlineData("12.50 EUR", 1250)]
    public void An_amount_is_read_as_merchants_write_it(string text, long minor) =>
        Assert.Equal(minor, RefundCommand.Of(Some.Order(), text, [], delivery: false, restock: false)!.Refund!.Amount);

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("12.505")]
    [InlineData("1,234")]
    [InlineData("12.50 USD")]
    [InlineData("all")]
    [InlineData("")]
    public void What_is_no_amount_of_the_order_is_no_command(string text) =>
        Assert.Null(RefundCommand.Of(Some.Order(), text, [], delivery: false, restock: false));

    [Fact]
    public void Pieces_are_named_by_their_lines_and_never_beside_an_amount()
    {
        var line = Assert.Single(RefundCommand.Of(Some.Order(), null, ["mug-1:2"], delivery: true, restock: true)!.Refund!.Lines);
        Assert.Equal(("mug-1", 2), (line.Sku, line.Quantity));
        Assert.Equal(1, RefundCommand.Of(Some.Order(), null, ["mug-1"], delivery: false, restock: false)!.Refund!.Lines[0].Quantity);
        Assert.Null(RefundCommand.Of(Some.Order(), null, ["plate"], delivery: false, restock: false));
        Assert.Null(RefundCommand.Of(Some.Order(), "5", ["mug-1"], delivery: false, restock: false));
    }
}
