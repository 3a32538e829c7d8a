using CommerceBot.Channels.Email;
using MailKit.Security;
using Xunit;

namespace CommerceBot.Tests.Channels.Email;

public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("anna@example.com")]
    [InlineData("anna.bianchi+shop@mail.example.co.uk")]
    [InlineData("o'neill@example.ie")]
    public void An_address_is_taken_as_it_is(string text)
    {
        Assert.True(MailAddresses.TryRead(text, "Anna", out var address));
        Assert.Equal((text, "Anna"), (address.Address, address.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("anna@localhost")]
    [InlineData("anna@-example.com")]
    [InlineData("anna@example.com, eve@example.com")]
    [InlineData("anna@example.com,eve@example.com")]
    [InlineData("Anna <anna@example.com>")]
    [InlineData("anna@example.com\r\nBcc: eve@example.com")]
    [InlineData("anna@example.com\nBcc:eve@example.com")]
    [InlineData("anna@example.com\0")]
    [InlineData("ànna@example.com")]
    [InlineData("anna@[127.0.0.1]")]
    public void What_is_not_one_plain_address_is_no_address(string? text) => Assert.False(MailAddresses.TryRead(text, "Anna", out _));

    [Fact]
    public void A_name_cannot_begin_another_header()
    {
        Assert.True(MailAddresses.TryRead("anna@example.com", "Anna\r\nBcc: eve@example.com", out var address));
        Assert.DoesNotContain('\n', address.ToString(encode: true));
        Assert.DoesNotContain('\r', address.ToString(encode: true));
    }

    [Theory]
    [InlineData("smtp.example.com", 587, SecureSocketOptions.StartTls)]
    [InlineData("smtp.example.com", 25, SecureSocketOptions.StartTls)]
    [InlineData("smtp.example.com", 465, SecureSocketOptions.SslOnConnect)]
    [InlineData("localhost.example.com", 587, SecureSocketOptions.StartTls)]
    [InlineData("127.0.0.1", 25, SecureSocketOptions.StartTlsWhenAvailable)]
    public void Only_this_machine_is_spoken_to_in_the_clear(string host, int port, SecureSocketOptions expected) =>
        Assert.Equal(expected, new SmtpAddress(host, port).Security);
}
