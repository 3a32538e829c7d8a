using CommerceBot.Runtime;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>What a process leaves behind for the next one.</summary>
public sealed class BlackBoxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("box-").FullName;

    public void Dispose() => Folders.Delete(_folder);

    [Fact]
    public void What_was_not_ended_was_running()
    {
        using (var box = BlackBox.Open(_folder))
        {
            Assert.Empty(box.WasRunning);
            box.Begin(1);
            box.End(box.Begin(2));
            box.Begin(new OutboxId(3, 4));
        }

        using var next = BlackBox.Open(_folder);
        Assert.False(next.MachineRestarted);
        Assert.Equal([new OutboxId(1, -1), new OutboxId(3, 4)], next.WasRunning.OrderBy(id => id.Seq));
    }

    [Fact]
    public void What_ran_before_the_last_start_is_past()
    {
        using (var box = BlackBox.Open(_folder))
            box.Begin(1);
        BlackBox.Open(_folder).Dispose();
        using var next = BlackBox.Open(_folder);

        Assert.Empty(next.WasRunning);
    }

    [Fact]
    public void After_a_restart_of_the_machine_nothing_is_known()
    {
        using (var box = BlackBox.Open(_folder))
            box.Begin(1);
        var path = Path.Combine(_folder, "running.bin");
        var bytes = File.ReadAllBytes(path);
        bytes[0] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var next = BlackBox.Open(_folder);

        Assert.True(next.MachineRestarted);
        Assert.Empty(next.WasRunning);
    }

    [Fact]
    public void More_than_it_can_hold_goes_unrecorded_and_harms_nobody()
    {
        using var box = BlackBox.Open(_folder);
        var slots = Enumerable.Range(1, 5000).Select(seq => box.Begin(seq)).ToArray();
        Assert.Contains(-1, slots);
        foreach (var slot in slots)
            box.End(slot);

        Assert.InRange(box.Begin(1), 0, 4095);
    }
}
