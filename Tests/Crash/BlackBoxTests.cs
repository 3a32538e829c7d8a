using CommerceBot.Runtime;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>What was under way when the process died is known after it, however often it dies.</summary>
public sealed class BlackBoxTests : IDisposable
{
    private static readonly OutboxId Message = new(7, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("commercebot-box-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_running_is_known_at_the_next_start()
    {
        Start(box =>
        {
            box.Begin(Message);
            box.End(box.Begin(new OutboxId(8, 0)));
            box.Begin(9);
        });
        Start(box => Assert.Equal([Message, new OutboxId(9, -1)], box.WasRunning.OrderBy(row => row.Seq)));
    }

    [Fact]
    public void A_message_that_was_not_taken_up_before_the_next_crash_is_still_known()
    {
        Start(box => box.Begin(Message));
        Start(_ => { });
        Start(box => Assert.Equal([Message], box.WasRunning));
        Start(box => box.End(box.Begin(Message)));
        Start(box => Assert.Empty(box.WasRunning));
    }

    [Fact]
    public void A_message_whose_every_wait_ended_in_a_crash_is_waited_for_no_more()
    {
        var waits = 0;
        var waited = true;
        Start(box => box.Begin(Message));
        while (waited && waits < 20)
        {
            Start(box =>
            {
                waited = box.WasRunning.Contains(Message);
                if (waited)
                    box.BeginWait(Message);
            });
            waits++;
        }

        Assert.InRange(waits, 5, 15);
    }

    [Fact]
    public void A_turn_counts_as_tried_by_one_crash_only()
    {
        Start(box => box.Begin(9));
        Start(box => Assert.Single(box.WasRunning));
        Start(box => Assert.Empty(box.WasRunning));
    }

    [Fact]
    public void A_row_that_nobody_takes_up_is_forgotten_in_the_end()
    {
        Start(box => box.Begin(Message));
        for (var start = 0; start < 20; start++)
            Start(_ => { });
        Start(box => Assert.Empty(box.WasRunning));
    }

    private void Start(Action<BlackBox> run)
    {
        using var box = BlackBox.Open(_folder);
        run(box);
    }
}
