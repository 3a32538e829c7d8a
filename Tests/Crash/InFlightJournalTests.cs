using CommerceBot.Runtime;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>What was under way when the process died is known after it, however often it dies.</summary>
public sealed class InFlightJournalTests : IDisposable
{
    private static readonly OutboxId Message = new(7, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("commercebot-journal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_running_is_known_at_the_next_start()
    {
        Start(journal =>
        {
            journal.Begin(Message);
            journal.End(journal.Begin(new OutboxId(8, 0)));
            journal.Begin(9);
        });
        Start(journal => Assert.Equal([Message, new OutboxId(9, -1)], journal.WasRunning.OrderBy(row => row.Seq)));
    }

    [Fact]
    public void A_message_that_was_not_taken_up_before_the_next_crash_is_still_known()
    {
        Start(journal => journal.Begin(Message));
        Start(_ => { });
        Start(journal => Assert.Equal([Message], journal.WasRunning));
        Start(journal => journal.End(journal.Begin(Message)));
        Start(journal => Assert.Empty(journal.WasRunning));
    }

    [Fact]
    public void A_turn_counts_as_tried_by_one_crash_only()
    {
        Start(journal => journal.Begin(9));
        Start(journal => Assert.Single(journal.WasRunning));
        Start(journal => Assert.Empty(journal.WasRunning));
    }

    [Fact]
    public void A_message_that_nobody_took_up_is_known_for_as_long_as_it_waits()
    {
        Start(journal => journal.Begin(Message));
        for (var start = 0; start < 20; start++)
        {
            Start(journal =>
            {
                Assert.Equal([Message], journal.WasRunning);
                journal.ForgetAllBut(new HashSet<OutboxId> { Message });
            });
        }

        Start(journal => journal.ForgetAllBut(new HashSet<OutboxId>()));
        Start(journal => Assert.Empty(journal.WasRunning));
    }

    [Fact]
    public void What_a_message_was_waited_for_adds_up_over_crashes_and_begins_anew_when_it_is_sent_again()
    {
        Start(journal => journal.Begin(Message));
        for (var crash = 1; crash <= 5; crash++)
        {
            Start(journal =>
            {
                var slot = journal.BeginWait(Message);
                Assert.Equal(TimeSpan.FromSeconds(2 * (crash - 1)), journal.Waited(slot));
                journal.NoteWait(slot, Message, TimeSpan.FromSeconds(2 * crash));
            });
        }

        Start(journal => Assert.Equal(TimeSpan.Zero, journal.Waited(journal.Begin(Message))));
        Start(journal => Assert.Equal(TimeSpan.Zero, journal.Waited(journal.BeginWait(Message))));
    }

    [Fact]
    public void A_message_of_which_nothing_is_known_is_suspected_until_it_is_taken_up()
    {
        Start(journal => journal.TrackUnknownOutcome(Message));
        Start(journal => Assert.Equal([Message], journal.WasRunning));
        Start(journal => journal.End(journal.BeginWait(Message)));
        Start(journal => Assert.Empty(journal.WasRunning));
    }

    private void Start(Action<InFlightJournal> run)
    {
        using var journal = InFlightJournal.Open(_folder);
        run(journal);
    }
}
