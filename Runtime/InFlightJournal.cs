using System.IO.MemoryMappedFiles;

namespace CommerceBot.Runtime;

/// <summary>
/// Remembers what was running when the process died. Slots in a memory-mapped file cost nanoseconds and survive the
/// death of the process, though not of the machine: after a restart of the machine everything counts as running.
/// </summary>
internal sealed class InFlightJournal : IDisposable
{
    private const int Slots = 4096;
    private const int Entry = 16;
    private const int Head = 64;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly Stack<int> _free = new();
    private readonly Dictionary<OutboxId, int> _carried = [];
    private readonly Lock _lock = new();

    private InFlightJournal(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Head + (Slots * Entry));
        _view = _file.CreateViewAccessor();
        var boot = BootId();
        MachineRestarted = _view.ReadInt64(0) != boot;
        WasRunning = MachineRestarted ? new HashSet<OutboxId>() : Read();
        Restore();
        _view.Write(0, boot);
    }

    /// <summary>Whether the machine went down since, so that nothing is known about what was running.</summary>
    public bool MachineRestarted { get; }

    /// <summary>What was running: inbox rows (place -1) and outbox rows.</summary>
    public IReadOnlySet<OutboxId> WasRunning { get; }

    public static InFlightJournal Open(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        return new InFlightJournal(Path.Combine(dataFolder, "running.bin"));
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

        Write(slot, id, TimeSpan.Zero);
        return slot;
    }

    /// <summary>Takes up the wait for a message of before: what it waited in earlier processes counts.</summary>
    public int BeginWait(OutboxId id)
    {
        lock (_lock)
        {
            if (_carried.Remove(id, out var slot))
                return slot;
        }

        return Begin(id);
    }

    /// <summary>How long the message in a slot was waited for, in all processes together.</summary>
    public TimeSpan Waited(int slot) => slot < 0 ? TimeSpan.Zero : ReadSlot(slot).Waited;

    /// <summary>Costs nanoseconds, so that whoever dies in the next moment loses nothing of its wait but that moment.</summary>
    public void NoteWait(int slot, OutboxId id, TimeSpan waited)
    {
        if (slot >= 0)
            Write(slot, id, waited);
    }

    /// <summary>Keeps a message of which nothing is known in mind, also if this process dies before it is taken up.</summary>
    public void TrackUnknownOutcome(OutboxId id)
    {
        lock (_lock)
        {
            if (_carried.ContainsKey(id) || !_free.TryPop(out var slot))
                return;
            _carried.Add(id, slot);
            Write(slot, id, TimeSpan.Zero);
        }
    }

    /// <summary>Forgets the messages of before that wait no longer: their end was stored just before a crash.</summary>
    public void ForgetAllBut(IReadOnlySet<OutboxId> waiting)
    {
        lock (_lock)
        {
            foreach (var (id, slot) in _carried.Where(carried => !waiting.Contains(carried.Key)).ToList())
            {
                _carried.Remove(id);
                _view.Write(Head + (slot * Entry), 0L);
                _free.Push(slot);
            }
        }
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
    private void Restore()
    {
        for (var slot = Slots - 1; slot >= 0; slot--)
        {
            var (id, _) = ReadSlot(slot);
            if (!MachineRestarted && id.Seq != 0 && id.Place >= 0 && _carried.TryAdd(id, slot))
                continue;

            _view.Write(Head + (slot * Entry), 0L);
            _free.Push(slot);
        }
    }

    private (OutboxId Id, TimeSpan Waited) ReadSlot(int slot)
    {
        var place = _view.ReadInt64(Head + (slot * Entry) + 8);
        return (new OutboxId(_view.ReadInt64(Head + (slot * Entry)), (int)place), TimeSpan.FromMilliseconds(place >> 32));
    }

    private void Write(int slot, OutboxId id, TimeSpan waited)
    {
        _view.Write(Head + (slot * Entry) + 8, (uint)id.Place | ((long)Math.Min(waited.TotalMilliseconds, int.MaxValue) << 32));
        _view.Write(Head + (slot * Entry), id.Seq);
    }
}
