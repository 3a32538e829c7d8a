namespace CommerceBot.Bench.Children;

/// The other end of <see cref="Child"/>: what a child process says and hears.
internal static class Parent
{
    public static Task SayAsync(string line) => Console.Out.WriteLineAsync(line);

    public static async Task<string> HearAsync() =>
        await Console.In.ReadLineAsync() ?? throw new ChildFailedException("the bench closed the input before it said anything");

    public static async Task GoneAsync()
    {
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
    }
}
