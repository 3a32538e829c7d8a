using CommerceBot.Runtime;
using CommerceBot.Runtime.Outbox;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>How long a message rests that could not be sent.</summary>
public sealed class BackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 32)]
    [InlineData(6, 60)]
    [InlineData(1_000_000, 60)]
    public void Each_pause_is_twice_as_long_up_to_a_limit_and_never_a_fifth_shorter(int tries, int seconds)
    {
        foreach (var row in Rows(200, tries))
            Assert.InRange(Backoff.Of(row, First, Longest).TotalSeconds, seconds * Backoff.Least, seconds);
    }

    [Fact]
    public void Rows_that_failed_together_do_not_come_back_together()
    {
        var pauses = Rows(1000, tries: 3).Select(row => Backoff.Of(row, First, Longest).TotalSeconds / 8).ToList();
        // A tenth of the spread holds about a tenth of them: 100, give or take four deviations.
        for (var from = Backoff.Least; from < 0.999; from += 0.02)
            Assert.InRange(pauses.Count(pause => pause >= from && pause < from + 0.02), 60, 140);
    }

    [Fact]
    public void A_second_run_of_the_same_try_makes_the_same_pause_and_the_next_try_another()
    {
        var row = Row(7, 2, tries: 6);
        Assert.Equal(Backoff.Of(row, First, Longest), Backoff.Of(Row(7, 2, tries: 6), First, Longest));
        Assert.NotEqual(Backoff.Of(row, First, Longest), Backoff.Of(Row(7, 2, tries: 7), First, Longest));
        Assert.NotEqual(Backoff.Of(row, First, Longest), Backoff.Of(Row(7, 3, tries: 6), First, Longest));
    }

    private static IEnumerable<OutboxRow> Rows(int count, int tries) => Enumerable.Range(1, count).Select(seq => Row(seq, 0, tries));

    private static OutboxRow Row(long seq, int place, int tries) =>
        new(new OutboxId(seq, place), "lane", null, "kind", "target", default, DateTimeOffset.UnixEpoch, tries) { PublicId = "id" };
}
