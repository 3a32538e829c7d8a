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
    public void A_turn_counts_as_tried_by_one_crash_only()
    {
        Start(box => box.Begin(9));
        Start(box => Assert.Single(box.WasRunning));
        Start(box => Assert.Empty(box.WasRunning));
    }

    [Fact]
    public void A_message_that_nobody_took_up_is_known_for_as_long_as_it_waits()
    {
        Start(box => box.Begin(Message));
        for (var start = 0; start < 20; start++)
        {
            Start(box =>
            {
                Assert.Equal([Message], box.WasRunning);
                box.ForgetAllBut(new HashSet<OutboxId> { Message });
            });
        }

        Start(box => box.ForgetAllBut(new HashSet<OutboxId>()));
        Start(box => Assert.Empty(box.WasRunning));
    }

    [Fact]
    public void What_a_message_was_waited_for_adds_up_over_crashes_and_begins_anew_when_it_is_sent_again()
    {
        Start(box => box.Begin(Message));
        for (var crash = 1; crash <= 5; crash++)
        {
            Start(box =>
            {
                var slot = box.BeginWait(Message);
                Assert.Equal(TimeSpan.FromSeconds(2 * (crash - 1)), box.Waited(slot));
                box.NoteWait(slot, Message, TimeSpan.FromSeconds(2 * crash));
            });
        }

        Start(box => Assert.Equal(TimeSpan.Zero, box.Waited(box.Begin(Message))));
        Start(box => Assert.Equal(TimeSpan.Zero, box.Waited(box.BeginWait(Message))));
    }

    [Fact]
    public void A_message_of_which_nothing_is_known_is_suspected_until_it_is_taken_up()
    {
        Start(box => box.Suspect(Message));
        Start(box => Assert.Equal([Message], box.WasRunning));
        Start(box => box.End(box.BeginWait(Message)));
        Start(box => Assert.Empty(box.WasRunning));
    }

    private void Start(Action<BlackBox> run)
    {
        using var box = BlackBox.Open(_folder);
        run(box);
    }
}
