using System.Net;
using System.Net.Http.Json;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels.Messenger;

public sealed class EchoTests
{
    [Fact]
    public async Task An_echo_of_ours_marks_the_message_as_sent_and_starts_no_turn()
    {
        await using var host = await ShopHost.WithEchoAsync();
        var (chat, id) = await WithAMessageThatWaitsAsync(host);
        var turns = host.Count("inbox WHERE kind <> 4");
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(Meta.Batch(Meta.Echo("m_echoed", id, chat.Psid))));
        await host.SettleAsync();
        Assert.Equal("m_echoed", host.Text("SELECT channel_id FROM outbox WHERE kind = 'messenger' AND state = 1"));
        Assert.Equal(turns, host.Count("inbox WHERE kind <> 4"));
        Assert.Equal(1, host.Count("inbox WHERE kind = 4 AND handled = 1"));
    }

    [Fact]
    public async Task An_echo_of_somebody_else_tells_the_conversation_and_marks_nothing_as_sent()
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var counted = new Counted(host);
        var (chat, id) = await WithAMessageThatWaitsAsync(host);
        var rows = host.Count("inbox");
        string[] foreign = ["", "another app's", "0123456789abcdef-1-0", id + "-1", id[..^2]];
        foreach (var metadata in foreign)
            Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(Meta.Batch(Meta.Echo("m_" + metadata.Length, metadata, chat.Psid))));
        await host.SettleAsync();
        Assert.Equal(rows + foreign.Length, host.Count("inbox"));
        Assert.Equal(foreign.Length, host.Count("inbox WHERE kind = 1 AND handled = 1"));
        Assert.Equal(1, host.Count("outbox WHERE kind = 'messenger' AND state = 0"));
        Assert.Equal(foreign.Length, counted["messenger foreign-echo"]);
    }

    /// <summary>Graph is down when the bot answers, so the answer stays in the outbox.</summary>
    private static async Task<(Chat Chat, string Id)> WithAMessageThatWaitsAsync(ShopHost host)
    {
        var chat = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        using var down = await host.Simulators.PostAsJsonAsync(
            "/simulator/messenger/switches", new { failSends = new { code = 1200, times = 99 } }
        );
        down.EnsureSuccessStatusCode();
        await chat.SendAsync("say", new { text = "ciao" });
        await host.SettleAsync();
        Assert.Equal(1, host.Count("outbox WHERE kind = 'messenger' AND state = 0"));
        var place = host.Text("SELECT seq || '-' || n FROM outbox WHERE kind = 'messenger' AND state = 0");
        return (chat, $"{host.Text("SELECT value FROM meta WHERE name = 'database'")}-{place}");
    }
}
