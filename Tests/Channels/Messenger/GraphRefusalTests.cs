using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Runtime;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels.Messenger;

/// <summary>What Graph refuses: only what is known to be final is given up.</summary>
public sealed class GraphRefusalTests
{
    [Theory]
    [InlineData(4, 400)]
    [InlineData(17, 400)]
    [InlineData(32, 403)]
    [InlineData(341, 400)]
    [InlineData(368, 400)]
    [InlineData(613, 400)]
    [InlineData(80001, 400)]
    [InlineData(80006, 400)]
    [InlineData(80014, 429)]
    [InlineData(77777, 400)]
    [InlineData(77777, 403)]
    [InlineData(98765, 404)]
    public async Task A_reply_that_met_a_limit_or_an_error_that_nobody_knows_arrives_when_that_is_over(int code, int status)
    {
        await using var shop = await ShopHost.WithEchoAsync();
        var anna = await Chat.OpenAsync(shop, "anna");
        await new Trouble(shop).SetAsync(new { failSends = new { code, status, times = 4 } });
        Assert.Empty(await anna.SayAsync("ciao"));
        await shop.PassAsync(TimeSpan.FromMinutes(15));

        Assert.Contains("1 ciao", await anna.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Empty(Kept.DeadCalls(shop));
    }

    [Fact]
    public async Task An_error_that_nobody_knows_is_told_and_counted_and_given_up_in_the_end()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        var counted = 0L;
        using var listener = new MeterListener();
        var meters = shop.Get<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Name == "commercebot.messenger.unrecognized_errors")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref counted, count));
        listener.Start();
        var anna = await Chat.OpenAsync(shop, "anna");
        await new Trouble(shop).SetAsync(new { failSends = new { code = 77777, times = 1000 } });
        await anna.SayAsync("ciao");
        await shop.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal(21, Interlocked.Read(ref counted));
        Assert.Contains("77777", Assert.Single(Kept.DeadCalls(shop)), StringComparison.Ordinal);
        Assert.Contains(shop.Log.Lines, line => line.Message.Contains("not known here", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100, 2018001)]
    [InlineData(10, 2018278)]
    [InlineData(551, 1545041)]
    public async Task What_is_known_to_be_final_is_a_dead_letter_at_once(int code, int subcode)
    {
        await using var shop = await ShopHost.WithEchoAsync();
        var anna = await Chat.OpenAsync(shop, "anna");
        await new Trouble(shop).SetAsync(new { failSends = new { code, subcode, times = 1 } });
        await anna.SayAsync("ciao");

        Assert.Single(Kept.DeadCalls(shop));
    }

    public static TheoryData<string> Strangers =>
        ["..", ".", "...", "a/b", "../me", "a?b=c", "a#b", "%2e%2e", "a b", "a\\b", "\u00e8", "\u0000", "me?x", new string('9', 2000)];

    [Theory, MemberData(nameof(Strangers))]
    public async Task A_sender_whose_id_is_no_id_keeps_nobody_busy(string id)
    {
        await using var shop = await ShopHost.WithEchoAsync();
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(Meta.Batch(Meta.Message("m_1", "ciao", JsonEncodedText.Encode(id).Value))));
        await shop.SettleAsync();
        await shop.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(0, Kept.Ask(shop, "SELECT count(*) FROM outbox WHERE state = 0"));
        Assert.Equal(0, Kept.Ask(shop, "SELECT count(*) FROM outbox WHERE attempts > 0"));
        Assert.DoesNotContain(Kept.DeadCalls(shop), reason => id.Length > 3 && reason.Contains(id, StringComparison.Ordinal));
    }
}
