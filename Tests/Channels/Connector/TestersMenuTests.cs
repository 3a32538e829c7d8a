using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels.Connector;

/// <summary>The shop's own bot meets what the Emulator's menu sends, and what nobody should send.</summary>
public sealed class TestersMenuTests
{
    public static TheoryData<string> Menu =>
    [
        "\"type\":\"typing\",\"text\":null",
        "\"type\":\"ping\",\"text\":null",
        "\"type\":\"contactRelationUpdate\",\"action\":\"add\",\"text\":null",
        "\"type\":\"contactRelationUpdate\",\"action\":\"remove\",\"text\":null",
        "\"type\":\"deleteUserData\",\"text\":null",
        "\"type\":\"installationUpdate\",\"action\":\"add\",\"text\":null",
        "\"type\":\"conversationUpdate\",\"text\":null,\"membersRemoved\":[{\"id\":\"u-1\"}]",
        "\"type\":\"conversationUpdate\",\"text\":null,\"membersAdded\":[{\"id\":\"b-1\"},{\"id\":\"u-1\"}]",
        "\"type\":\"event\",\"name\":\"tokens/response\",\"text\":null,\"value\":{\"connectionName\":\"x\",\"token\":\"y\"}",
        "\"type\":\"messageReaction\",\"text\":null,\"reactionsAdded\":[{\"type\":\"like\"}]",
        "\"type\":\"endOfConversation\",\"text\":null",
        "\"text\":\"/INSPECT open\"",
        "\"text\":null",
        "\"text\":null,\"value\":{\"action\":\"made up\",\"price\":1}",
        "\"text\":\"\",\"attachments\":[{\"contentType\":\"image/png\",\"contentUrl\":\"http://127.0.0.1/x.png\"}]",
        "\"type\":\"made/up\",\"text\":null",
    ];

    [Theory]
    [MemberData(nameof(Menu))]
    public async Task Whatever_a_tester_sends_is_taken_well(string what)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.StartAsync();
        var (status, _) = await FakeChannel.PostAsync(host, channel.Activity("a1", "", what));
        Assert.Equal(200, (int)status);
        await host.SettleAsync();
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
        Assert.Equal(0, host.Count("outbox WHERE state <> 1"));
    }

    [Theory]
    [InlineData("event", PaymentEvents.Answer, """{"order":"x"}""")]
    [InlineData("event", PaymentEvents.Answer, "7")]
    [InlineData("event", PaymentEvents.LookAgain, """{"order":"x"}""")]
    [InlineData("event", PaymentEvents.LookAgain, "null")]
    [InlineData("event", "messenger/profile", """{"profile":{"first_name":"Eve"}}""")]
    [InlineData("invoke", OrderCommands.Ship, """{"order":"x"}""")]
    [InlineData("invoke", OrderCommands.Cancel, "null")]
    public async Task Events_and_commands_that_somebody_made_up_have_no_effect(string type, string name, string value)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.StartAsync();
        var (status, _) = await FakeChannel.PostAsync(
            host, channel.Activity("a1", "", $"\"type\":\"{type}\",\"name\":\"{name}\",\"value\":{value}"));
        Assert.Equal(type == "event" ? 200 : 501, (int)status);
        await host.SettleAsync();
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
        Assert.Equal(0, host.Count("outbox WHERE kind LIKE 'stripe%'"));
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task A_tester_who_joins_is_greeted_once_and_can_browse()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.StartAsync();
        await FakeChannel.PostAsync(
            host, channel.Activity("a1", "", "\"type\":\"conversationUpdate\",\"text\":null,\"membersAdded\":[{\"id\":\"u-1\"}]"));
        await FakeChannel.PostAsync(
            host, channel.Activity("a2", "", "\"type\":\"conversationUpdate\",\"text\":null,\"membersAdded\":[{\"id\":\"b-1\"}]"));
        await host.SettleAsync();
        var greeted = channel.Calls.Count;
        Assert.NotEqual(0, greeted);
        await FakeChannel.PostAsync(host, channel.Activity("a3", "coffee"));
        await host.SettleAsync();
        Assert.Contains(
            channel.Calls.Skip(greeted),
            call => call.Body.TryGetProperty("attachments", out var cards) && cards.GetArrayLength() > 0);
        Assert.Equal(0, host.Count("outbox WHERE state = 2"));
    }
}
