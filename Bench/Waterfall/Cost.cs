namespace CommerceBot.Bench.Waterfall;

/// What one of many equal things took.
internal sealed record Cost(double Bytes, double Microseconds)
{
    /// The whole process is counted, its garbage collections too; nothing else runs in it meanwhile.
    public static async Task<Cost> OfAsync(Func<Task> work, int times)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        await work();
        cpu = Environment.CpuUsage.TotalTime - cpu;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new Cost((double)bytes / times, cpu.TotalMicroseconds / times);
    }
}
