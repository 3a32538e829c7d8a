using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class EmailTests
{
    [Theory]
    [InlineData("anna@gmial.com", "anna@gmail.com")]
    [InlineData("anna@gmail.con", "anna@gmail.com")]
    [InlineData("anna@gmail.it", "anna@gmail.com")]
    [InlineData("anna@gmail.co", "anna@gmail.com")]
    [InlineData("anna@hotmial.it", "anna@hotmail.it")]
    [InlineData("anna@hotmaill.com", "anna@hotmail.com")]
    [InlineData("anna@outlok.it", "anna@outlook.it")]
    [InlineData("anna@yaho.co.uk", "anna@yahoo.co.uk")]
    [InlineData("anna@liber.it", "anna@libero.it")]
    [InlineData("anna@libero.ti", "anna@libero.it")]
    [InlineData("anna@alice.itt", "anna@alice.it")]
    [InlineData("anna@bottega.example.con", "anna@bottega.example.com")]
    public void A_slip_in_a_well_known_domain_is_doubted_with_what_was_meant(string typed, string meant)
    {
        var entry = EmailRule.Read(typed);
        Assert.Equal((typed, EntryDoubt.EmailTypo, meant), (entry.Value, entry.Doubt, entry.Example));
        Assert.Equal(EntryDoubt.None, EmailRule.Read(meant).Doubt);
    }

    [Theory]
    [InlineData("anna@mail.com")]
    [InlineData("anna@email.it")]
    [InlineData("anna@ymail.com")]
    [InlineData("anna@gmx.de")]
    [InlineData("anna@mail.example.com")]
    [InlineData("anna@live.example.org")]
    [InlineData("anna@yahoo.it")]
    [InlineData("anna@live.it")]
    [InlineData("anna@icloud.com")]
    [InlineData("anna@bottega-aurora.it")]
    [InlineData("anna@liberta.it")]
    [InlineData("o'neill+shop@example.com")]
    public void A_domain_that_may_be_right_is_not_doubted(string typed) => Assert.Equal(Entry.Right(typed), EmailRule.Read(typed));

    [Theory]
    [InlineData("ànna@example.com", EntryFault.EmailNotAscii, EmailRule.Example)]
    [InlineData("анна@example.com", EntryFault.EmailNotAscii, EmailRule.Example)]
    [InlineData("anna@gmail", EntryFault.NotAnEmail, "anna@gmail.com")]
    [InlineData("anna@gmail,com", EntryFault.NotAnEmail, "anna@gmail.com")]
    [InlineData("anna@hotmailit", EntryFault.NotAnEmail, "anna@hotmail.it")]
    [InlineData("\"anna b\"@example.com", EntryFault.NotAnEmail, EmailRule.Example)]
    [InlineData("anna@[1.2.3.4]", EntryFault.NotAnEmail, EmailRule.Example)]
    [InlineData("anna@exa_mple.com", EntryFault.NotAnEmail, EmailRule.Example)]
    [InlineData("anna@example.c", EntryFault.NotAnEmail, EmailRule.Example)]
    public void What_cannot_be_an_address_is_refused_with_a_reason(string typed, EntryFault fault, string example) =>
        Assert.Equal(Entry.Wrong(fault, example), EmailRule.Read(typed));

    [Theory]
    [InlineData("Anna Bianchi <anna@example.com>", "anna@example.com")]
    [InlineData("anna@bücher.example", "anna@xn--bcher-kva.example")]
    [InlineData("anna@EXAMPLE.com.", "anna@example.com")]
    [InlineData("anna @ example.com", "anna@example.com")]
    [InlineData("la mia mail è anna@example.com", "anna@example.com")]
    public void What_stands_around_an_address_is_taken_off(string typed, string expected) =>
        Assert.Equal(Entry.Right(expected), EmailRule.Read(typed));
}
