using CommerceBot.Runtime;
using Microsoft.Bot.Builder;
using Xunit;

namespace CommerceBot.Tests.Runtime;

public sealed class LaneOwnersTests
{
    [Fact]
    public void A_lane_belongs_to_the_same_channel_in_whatever_order_they_are_registered()
    {
        IChannel[] channels = [new Owning(""), new Owning("order:"), new Owning("facebook:"), new Owning("facebook:7:")];
        foreach (var order in (int[][])[[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
        {
            var owners = new LaneOwners(order.Select(each => channels[each]));
            Assert.Equal(
                ["facebook:", "facebook:7:", "order:", "", ""],
                ((string[])["facebook:1:anna", "facebook:7:anna", "order:x", "emulator:x", "facebookx"])
                    .Select(lane => owners.Find(lane)!.LanePrefix));
        }
    }

    [Fact]
    public void A_lane_of_a_channel_that_is_off_belongs_to_nobody() =>
        Assert.Null(new LaneOwners([new Owning("order:")]).Find("facebook:1:anna"));

    [Fact]
    public void Two_channels_with_the_same_lanes_are_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new LaneOwners([new Owning("order:"), new Owning("order:")]));
        Assert.Contains("'order:", refused.Message, StringComparison.Ordinal);
    }

    private sealed class Owning(string prefix) : IChannel
    {
        public string LanePrefix => prefix;

        public string MessageKind => "none";

        public BotAdapter Adapter => throw new NotSupportedException();

        public Task ShowTypingAsync(string lane, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
