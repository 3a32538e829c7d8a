using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class OrderNumbersTests
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRTVWXYZ";
    private static readonly Gen<OrderNumber> Numbers = Gen.ULong.Select(id => OrderNumbers.For(new OrderId($"{id:x16}-7")));

    [Fact]
    public void A_number_is_the_same_for_the_same_order_and_another_with_salt()
    {
        var id = new OrderId("a1b2c3d4e5f60718-42");

        Assert.Equal(OrderNumbers.For(id), OrderNumbers.For(id));
        Assert.NotEqual(OrderNumbers.For(id), OrderNumbers.For(id, 1));
    }

    [Fact]
    public void A_number_begins_with_a_letter_and_never_looks_like_a_card() => Numbers.Sample(number =>
    {
        Assert.Matches("^[A-HJKMNP-RTV-Z][0-9A-HJKMNP-RTV-Z]{2}-[0-9A-HJKMNP-RTV-Z]{3}-[0-9A-HJKMNP-RTV-Z]$", number.Value);
        Assert.InRange(number.Value.Count(char.IsAsciiDigit), 0, 6);
    });

    [Fact]
    public void A_number_is_read_however_a_person_writes_it() => Numbers.Sample(number =>
    {
        var text = number.Value;
        string[] ways =
        [
            text, text.ToLowerInvariant(), text.Replace("-", "", StringComparison.Ordinal), text.Replace('-', ' '), $"  #{text}\n",
            text.Replace('0', 'O').Replace('1', 'l'), text.Replace('0', 'o').Replace('1', 'I'), text.Replace('5', 's').Replace('V', 'u'),
            text.Replace('-', '–'),
        ];
        Assert.All(ways, way => Assert.True(OrderNumbers.TryParse(way, out var read) && read == number, way));
    });

    [Fact]
    public void One_misread_sign_is_never_another_order() =>
        Gen.Select(Numbers, Gen.Int[0, 8], Gen.Int[0, 30]).Sample((number, at, other) =>
        {
            var signs = number.Value.ToCharArray();
            if (signs[at] == '-' || signs[at] == Signs[other])
                return;
            signs[at] = Signs[other];
            Assert.False(OrderNumbers.TryParse(new string(signs), out _));
        });

    [Fact]
    public void Two_swapped_signs_are_never_another_order() =>
        Gen.Select(Numbers, Gen.Int[0, 6], Gen.Int[0, 6]).Sample((number, one, other) =>
        {
            var signs = number.Value.Replace("-", "", StringComparison.Ordinal).ToCharArray();
            if (signs[one] == signs[other])
                return;
            (signs[one], signs[other]) = (signs[other], signs[one]);
            Assert.False(OrderNumbers.TryParse(new string(signs), out _));
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K4T-7MQ")]
    [InlineData("4242 4242 4242 4242")]
    [InlineData("K4T-7MQ-33")]
    [InlineData("è-l'ordine")]
    public void Other_text_is_no_number(string? text) => Assert.False(OrderNumbers.TryParse(text, out _));

    [Fact]
    public void Numbers_of_orders_in_a_row_have_nothing_in_common()
    {
        var numbers = Enumerable.Range(1, 20_000).Select(at => OrderNumbers.For(new OrderId($"a1b2c3d4e5f60718-{at}")).Value).ToList();

        Assert.InRange(numbers.Distinct().Count(), 19_995, 20_000);
        Assert.InRange(numbers.Select(number => number[0]).Distinct().Count(), 21, 21);
    }
}
