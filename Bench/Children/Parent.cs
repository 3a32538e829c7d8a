namespace CommerceBot.Bench.Children;

/// The other end of <see cref="Child"/>: what a child process says and hears.
internal static class Parent
{
    public static Task SayAsync(string line) => Console.Out.WriteLineAsync(line);

    /// Null when the bench is gone.
    public static Task<string?> HearAsync() => Console.In.ReadLineAsync();

    /// Until the bench is gone, answers each line with the bytes that this process has allocated so far.
    public static async Task GoneAsync()
    {
        while (await HearAsync() is not null) await SayAsync($"allocated {GC.GetTotalAllocatedBytes()}");
    }
}
