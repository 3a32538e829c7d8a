namespace CommerceBot.Bench.Children;

/// The other end of <see cref="Child"/>: what a child process says and hears.
internal static class Parent
{
    public static Task SayAsync(string line) => Console.Out.WriteLineAsync(line);

    /// Null when the bench is gone.
    public static Task<string?> HearAsync() => Console.In.ReadLineAsync();

    public static async Task GoneAsync()
    {
        while (await HearAsync() is not null)
        {
        }
    }
}
