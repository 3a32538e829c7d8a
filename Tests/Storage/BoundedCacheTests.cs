using System.Text.Json;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Turns;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>What is kept in memory of conversations has an end in bytes, whatever people are called and however much they say.</summary>
public sealed class BoundedCacheTests
{
    [Theory]
    [InlineData(10, 100)]
    [InlineData(10_000, 10)]
    [InlineData(10, 100_000)]
    public void States_take_no_more_than_they_may(int name, int state)
    {
        var cache = new StateCache(1_000_000);
        for (var i = 0; i < 2000; i++)
        {
            cache.Find($"{new string('k', name)}{i}").Known = new StateCache.Known(1, new byte[state]);
            Assert.InRange(cache.Bytes, 0, 1_000_000 + state);
        }
    }

    [Fact]
    public void A_state_that_is_forgotten_gives_its_bytes_back()
    {
        var cache = new StateCache();
        var place = cache.Find("k");
        var empty = cache.Bytes;
        place.Known = new StateCache.Known(1, new byte[5000]);
        Assert.Equal(empty + 5000, cache.Bytes);
        place.Known = null;
        Assert.Equal(empty, cache.Bytes);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(5000, 10)]
    [InlineData(10, 5000)]
    public void Addresses_of_replies_take_no_more_than_they_may(int name, int more)
    {
        var lanes = new LaneReferences(1_000_000);
        for (var i = 0; i < 2000; i++)
        {
            var facts = new Dictionary<string, JsonElement> { ["x"] = JsonElement.Parse($"\"{new string('y', more)}\"") };
            lanes.Remember(
                $"{new string('l', name)}{i}", new ConversationReference { User = new ChannelAccount("u") { Properties = facts } },
                DateTimeOffset.UnixEpoch);
            Assert.InRange(lanes.Bytes, 0, 1_000_000);
        }

        Assert.NotNull(lanes.Find($"{new string('l', name)}1999"));
    }
}
