using System.Diagnostics;
using System.Globalization;

namespace CommerceBot.Bench.Report;

/// One line on the error output for each thing under way: the table alone goes to the output.
internal sealed class Progress(int steps)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _step;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public void Step(string what) => Say($"[{++_step}/{steps}] {what}");

    public void Note(string what) => Say($"      {what}");

    private void Say(string what) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Elapsed.TotalSeconds,5:0} s  {what}"));
}
