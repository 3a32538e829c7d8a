using CommerceBot.Orders;
using CommerceBot.Payments;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class CheckoutTokenTests
{
    private static readonly CheckoutToken Tokens = Pay.Tokens;

    [Fact]
    public void A_token_leads_to_its_order() =>
        Gen.String[Gen.Char.AlphaNumeric, 1, 40]
            .Sample(id =>
            {
                var token = Tokens.For(new OrderId(id));
                return Tokens.TryRead(token, out var order)
                    && order.Value == id
                    && token.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.');
            });

    [Fact]
    public void A_changed_token_leads_nowhere()
    {
        var token = Tokens.For(new OrderId("a1b2c3d4e5f60718-42"));
        Gen.Select(Gen.Int[0, token.Length - 1], Gen.Char.AlphaNumeric).Sample((at, sign) =>
            token[at] == sign || !Tokens.TryRead(string.Concat(token.AsSpan(0, at), [sign], token.AsSpan(at + 1)), out _));
    }

    [Fact]
    public void An_order_has_one_token_whatever_its_last_sign_could_be()
    {
        const string signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = Tokens.For(new OrderId("a1b2c3d4e5f60718-42"));
        Assert.Single(signs, sign => Tokens.TryRead(token[..^1] + sign, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("%%%.###")]
    public void Any_other_text_leads_nowhere(string? token) => Assert.False(Tokens.TryRead(token, out _));

    [Fact]
    public void No_text_breaks_it_and_another_key_reads_nothing()
    {
        Gen.String.Sample(text => !Tokens.TryRead(text, out _));
        Assert.False(new CheckoutToken("another key of sixteen").TryRead(Tokens.For(new OrderId("x")), out _));
        Assert.Contains("Shop:SigningKey", Assert.Throws<ArgumentException>(() => new CheckoutToken("short")).Message,
            StringComparison.Ordinal);
    }
}
