using CommerceBot.Mails;
using CommerceBot.Runtime;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Contracts;

public abstract partial class StoreContract
{
    private static readonly OrderMail Confirmation = new(OrderMailKind.Confirmation, Some.Order(), Some.Noon);
    private static readonly OrderMail Refunded = new(OrderMailKind.Refunded, Some.Order(), Some.Noon, Some.Eur(100));

    [Fact]
    public async Task A_mail_that_an_order_has_once_is_written_once_unless_somebody_asks_for_one_more()
    {
        await MailAsync(Confirmation);
        await MailAsync(Confirmation);
        await MailAsync(Confirmation, again: true);
        await MailAsync(Confirmation, again: true);
        Assert.Equal(
            ["Confirmation/1", "Confirmation/2", "Confirmation/3"], Fixture.Seen.Calls.Select(call => call.Row.Target));
        Assert.All(Fixture.Seen.Calls, call => Assert.Equal((MailKinds.Shopper, Some.Order().Id.Value), (call.Row.Kind, call.Row.Order)));
    }

    [Fact]
    public async Task Of_what_may_happen_again_each_mail_is_a_version_of_its_own()
    {
        await using (var turn = await Fixture.BeginAsync())
        {
            await turn.Mails.SendAsync(Refunded, again: false, Now);
            await turn.Mails.SendAsync(Refunded, again: false, Now);
            await turn.Mails.SendAsync(new MerchantMail(Some.Order(), Some.Noon), Now);
            await turn.Mails.SendAsync(new MerchantMail(Some.Order(), Some.Noon), Now);
            Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
        }

        await MailAsync(Refunded);
        Assert.Equal(
            ["Refunded/1", "Refunded/2", "merchant.Paid/1", "Refunded/3"], Fixture.Seen.Calls.Select(call => call.Row.Target));
    }

    [Fact]
    public async Task Two_turns_that_write_the_same_mail_at_once_write_one()
    {
        await using var one = await Fixture.BeginAsync("facebook:1:anna");
        await using var two = await Fixture.BeginAsync("facebook:2:anna");
        await one.Mails.SendAsync(Confirmation, again: false, Now);
        await two.Mails.SendAsync(Confirmation, again: false, Now);
        Assert.Equal(CommitResult.Committed, await one.CommitAsync());
        Assert.Equal(CommitResult.Conflict, await two.CommitAsync());
        await using var again = await Fixture.BeginAsync(two.Row);
        await again.Mails.SendAsync(Confirmation, again: false, Now);
        Assert.Equal(CommitResult.Committed, await again.CommitAsync());
        Assert.Single(Fixture.Seen.Calls);
    }

    [Fact]
    public async Task A_turn_that_is_dropped_writes_no_mail()
    {
        await using (var turn = await Fixture.BeginAsync())
        {
            await turn.Mails.SendAsync(Confirmation, again: false, Now);
            turn.Work.Clear();
            Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
        }

        Assert.Empty(Fixture.Seen.Calls);
        await MailAsync(Confirmation);
        Assert.Single(Fixture.Seen.Calls);
    }

    private async Task MailAsync(OrderMail mail, bool again = false)
    {
        await using var turn = await Fixture.BeginAsync();
        await turn.Mails.SendAsync(mail, again, Now);
        Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
    }
}
