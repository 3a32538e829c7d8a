using CommerceBot.Runtime;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>What a process leaves behind for the next one.</summary>
public sealed class InFlightJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal-").FullName;

    public void Dispose() => Folders.Delete(_folder);

    [Fact]
    public void What_was_not_ended_was_running()
    {
        using (var journal = InFlightJournal.Open(_folder))
        {
            Assert.Empty(journal.WasRunning);
            journal.Begin(1);
            journal.End(journal.Begin(2));
            journal.Begin(new OutboxId(3, 4));
        }

        using var next = InFlightJournal.Open(_folder);
        Assert.False(next.MachineRestarted);
        Assert.Equal([new OutboxId(1, -1), new OutboxId(3, 4)], next.WasRunning.OrderBy(id => id.Seq));
    }

    [Fact]
    public void What_ran_before_the_last_start_is_past()
    {
        using (var journal = InFlightJournal.Open(_folder))
            journal.Begin(1);
        InFlightJournal.Open(_folder).Dispose();
        using var next = InFlightJournal.Open(_folder);

        Assert.Empty(next.WasRunning);
    }

    [Fact]
    public void After_a_restart_of_the_machine_nothing_is_known()
    {
        using (var journal = InFlightJournal.Open(_folder))
            journal.Begin(1);
        var path = Path.Combine(_folder, "running.bin");
        var bytes = File.ReadAllBytes(path);
        bytes[0] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var next = InFlightJournal.Open(_folder);

        Assert.True(next.MachineRestarted);
        Assert.Empty(next.WasRunning);
    }

    [Fact]
    public void More_than_it_can_hold_goes_unrecorded_and_harms_nobody()
    {
        using var journal = InFlightJournal.Open(_folder);
        var slots = Enumerable.Range(1, 5000).Select(seq => journal.Begin(seq)).ToArray();
        Assert.Contains(-1, slots);
        foreach (var slot in slots)
            journal.End(slot);

        Assert.InRange(journal.Begin(1), 0, 4095);
    }
}
