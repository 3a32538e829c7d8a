using System.Net.Http.Json;
using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>What could not be handled, sent or understood, each with its cause and what to do.</summary>
public sealed class HealthPageTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task A_notice_that_did_not_arrive_is_shown_with_its_cause_and_tried_again()
    {
        var order = await PaidAsync("Caraffa", "silent");
        using var moved = await shop.Now.Simulators.PostAsJsonAsync(
            "/simulator/messenger/shoppers/silent/window", new { lastActionHoursAgo = 25 });
        moved.EnsureSuccessStatusCode();
        await shop.Merchant.ShipAsync(order.Number);
        await shop.Now.SettleAsync();
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Health Staff");
        var page = await desk.GetAsync("/desk/health");
        Assert.Contains("WindowClosed", page.Words, StringComparison.Ordinal);
        Assert.Contains("reach them by e-mail or phone", page.Words, StringComparison.Ordinal);
        using var back = await shop.Now.Simulators.PostAsJsonAsync(
            "/simulator/messenger/shoppers/silent/window", new { lastActionHoursAgo = 1 });
        back.EnsureSuccessStatusCode();
        await desk.SubmitAsync("/desk/health/replay");
        await shop.Now.StepAsync(TimeSpan.FromSeconds(1));
        var chat = await Chat.OpenAsync(shop.Now, "silent");
        Assert.Contains("è partito", (await chat.EverythingAsync())[^1].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("WindowClosed", (await desk.GetAsync("/desk/health")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_bot_did_not_understand_is_shown_to_those_who_may_act_and_to_nobody_else()
    {
        await shop.PlayAsync("puzzled says: vorrei prenotare un volo per Tokyo domani\npuzzled says: <b>asdkjh qwoeiu zzkq</b>");
        using var staff = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Unclear Staff");
        var page = await staff.GetAsync("/desk/health");
        Assert.Contains("<b>asdkjh qwoeiu zzkq</b>", page.Words, StringComparison.Ordinal);
        Assert.Contains("guessed: ", page.Words, StringComparison.Ordinal);
        using var viewer = await DeskPeople.EnterAsync(shop.Now, DeskRole.Viewer, "Unclear Viewer");
        Assert.DoesNotContain("asdkjh", (await viewer.GetAsync("/desk/health")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            KeptBytes.Of(shop.Now),
            kept => kept.Place.Contains("commercebot.db", StringComparison.Ordinal) && kept.Bytes.AsSpan().IndexOf("asdkjh"u8) >= 0);

        await shop.Now.JumpAsync(TimeSpan.FromDays(31));
        await shop.Now.StepAsync(TimeSpan.FromHours(1));
        await shop.Now.SettleAsync();
        using var later = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Unclear Later");
        Assert.DoesNotContain("asdkjh", (await later.GetAsync("/desk/health")).Html, StringComparison.Ordinal);
    }

    private async Task<Order> PaidAsync(string product, string who)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com");
    }
}
