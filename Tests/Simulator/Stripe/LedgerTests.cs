using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Tests.Payments.StripeNet;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class LedgerTests
{
    [Fact]
    public async Task A_restart_keeps_the_ledger()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        var open = (await environment.CreateAsync()).Id;
        var paid = (await environment.CreateAsync()).Id;
        await environment.PayAsync(paid);
        var before = await environment.GetAsync(paid, "payment_intent.latest_charge", "line_items");
        await environment.CloseAsync();

        await using var reopened = await StripeTestEnvironment.OpenAsync(environment.Folder);
        var after = await reopened.GetAsync(paid, "payment_intent.latest_charge", "line_items");
        Assert.Equal(before.StripeResponse.Content, after.StripeResponse.Content);
        await reopened.PayAsync(open);
        Assert.Equal("complete", (await reopened.GetAsync(open)).Status);
    }

    [Fact]
    public async Task A_line_torn_by_a_crash_is_cut_off_and_the_rest_kept()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.CloseAsync();
        var file = Path.Combine(environment.Folder, LedgerFile.Name);
        await File.AppendAllTextAsync(file, "[{\"$type\":\"session\",\"sess", TestContext.Current.CancellationToken);

        var reopened = await StripeTestEnvironment.OpenAsync(environment.Folder);
        Assert.Equal("open", (await reopened.GetAsync(id)).Status);
        var second = (await reopened.CreateAsync()).Id;
        await reopened.CloseAsync();

        await using var third = await StripeTestEnvironment.OpenAsync(environment.Folder);
        Assert.Equal("open", (await third.GetAsync(second)).Status);
    }

    [Fact]
    public void A_line_broken_in_the_middle_is_not_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory("stripe-ledger-");
        File.WriteAllText(Path.Combine(folder.FullName, LedgerFile.Name), "[]\nnot json\n[]\n");
        var broken = Assert.Throws<InvalidOperationException>(
            () => new StripeLedger(new SimulatorOptions { DataFolder = folder.FullName }, new FakeTimeProvider()));
        Assert.Contains("Line 2", broken.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_session_that_ended_while_nobody_ran_is_expired_at_the_next_start()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.CloseAsync();
        await using var later = await StripeTestEnvironment.OpenAsync(environment.Folder, StripeTestEnvironment.Opening.AddDays(2));
        Assert.Equal("expired", (await later.GetAsync(id)).Status);
    }

    [Fact]
    public async Task A_simulator_that_is_killed_has_forgotten_nothing_that_it_answered()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await BusyCheckout.OpenAsync(environment);
        await environment.ControlAsync("webhooks/stop");
        var left = Folders.CopyAsFound(environment.Folder);
        var before = await environment.LedgerAsync();

        await using var reopened = await StripeTestEnvironment.OpenAsync(left);
        var after = await reopened.LedgerAsync();
        foreach (var kind in new[] { "sessions", "payment_intents", "charges", "refunds", "disputes", "customers" })
            Assert.Equal(before.GetProperty(kind).GetRawText(), after.GetProperty(kind).GetRawText());
        Assert.Equal(Ids(before), Ids(after));
    }

    private static string[] Ids(System.Text.Json.JsonElement ledger) =>
        [.. ledger.GetProperty("events").EnumerateArray().Select(raised => raised.GetProperty("id").GetString()!)];
}
