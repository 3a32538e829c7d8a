using System.IO.MemoryMappedFiles;

namespace CommerceBot.Runtime;

/// <summary>
/// Remembers what was running when the process died. Slots in a memory-mapped file cost nanoseconds and survive the
/// death of the process, though not of the machine: after a restart of the machine everything counts as running.
/// </summary>
internal sealed class BlackBox : IDisposable
{
    private const int Slots = 4096;
    private const int Entry = 16;
    private const int Head = 64;

    /// <summary>A row that nobody took up in so many starts has ended: its end was stored just before a crash.</summary>
    private const int MostStarts = 8;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly Stack<int> _free = new();
    private readonly Dictionary<OutboxId, int> _carried = [];
    private readonly Lock _lock = new();

    private BlackBox(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Head + (Slots * Entry));
        _view = _file.CreateViewAccessor();
        var boot = BootId();
        MachineRestarted = _view.ReadInt64(0) != boot;
        WasRunning = MachineRestarted ? new HashSet<OutboxId>() : Read();
        Carry();
        _view.Write(0, boot);
    }

    /// <summary>Whether the machine went down since, so that nothing is known about what was running.</summary>
    public bool MachineRestarted { get; }

    /// <summary>What was running: inbox rows (place -1) and outbox rows.</summary>
    public IReadOnlySet<OutboxId> WasRunning { get; }

    public static BlackBox Open(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        return new BlackBox(Path.Combine(dataFolder, "running.bin"));
    }

    public int Begin(long seq) => Begin(new OutboxId(seq, -1));

    /// <summary>Takes a slot; when all are taken the work goes unrecorded, which costs a repeated message at worst.</summary>
    public int Begin(OutboxId id)
    {
        int slot;
        lock (_lock)
        {
            if (!_carried.Remove(id, out slot) && !_free.TryPop(out slot))
                return -1;
        }

        Write(slot, id, starts: 0);
        return slot;
    }

    /// <summary>
    /// Waits for the fate of a message of before. Unlike a new send this leaves the count of starts as it is: whoever dies
    /// in every wait sends again in the end, as one that nobody took up.
    /// </summary>
    public int BeginWait(OutboxId id)
    {
        if (MachineRestarted)
            return Begin(id);
        lock (_lock)
            return _carried.Remove(id, out var slot) ? slot : -1;
    }

    public void End(int slot)
    {
        if (slot < 0)
            return;
        _view.Write(Head + (slot * Entry), 0L);
        lock (_lock)
            _free.Push(slot);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private static long BootId()
    {
        const string linux = "/proc/sys/kernel/random/boot_id";
        return File.Exists(linux)
            ? BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(linux)))
            : Environment.TickCount64; // Unlike any other: elsewhere every restart counts as the machine's.
    }

    private HashSet<OutboxId> Read() =>
        [.. Enumerable.Range(0, Slots).Select(ReadSlot).Where(entry => entry.Id.Seq != 0).Select(entry => entry.Id)];

    /// <summary>
    /// Messages of before keep their slots until somebody takes them up: the process may die again while they still
    /// wait behind others. Turns of before are counted at the start and forgotten.
    /// </summary>
    private void Carry()
    {
        for (var slot = Slots - 1; slot >= 0; slot--)
        {
            var (id, starts) = ReadSlot(slot);
            if (!MachineRestarted && id.Seq != 0 && id.Place >= 0 && starts < MostStarts && _carried.TryAdd(id, slot))
            {
                Write(slot, id, starts + 1);
                continue;
            }

            _view.Write(Head + (slot * Entry), 0L);
            _free.Push(slot);
        }
    }

    private (OutboxId Id, int Starts) ReadSlot(int slot)
    {
        var place = _view.ReadInt64(Head + (slot * Entry) + 8);
        return (new OutboxId(_view.ReadInt64(Head + (slot * Entry)), (int)place), (int)(place >> 32));
    }

    private void Write(int slot, OutboxId id, int starts)
    {
        _view.Write(Head + (slot * Entry) + 8, (uint)id.Place | ((long)starts << 32));
        _view.Write(Head + (slot * Entry), id.Seq);
    }
}
