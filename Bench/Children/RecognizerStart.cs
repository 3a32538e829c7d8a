using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;

namespace CommerceBot.Bench.Children;

/// <summary>
/// What the recogniser adds to a start: processes of their own that load it and understand a sentence, and such that do not, in turns.
/// </summary>
/// <param name="Later">
/// How much more of a processor a process takes until it is ready, which is how much later it is on a machine of its own; the median.
/// </param>
/// <param name="Bytes">How much more it then keeps in memory, after a collection; the median too.</param>
internal sealed record RecognizerStart(TimeSpan Later, long Bytes)
{
    /// <summary>The first word of a child's command line.</summary>
    public const string Mode = "recognizer";

    private const string With = "with";
    private const string Ready = "ready";
    private const string Kept = "kept";
    private const int Runs = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<RecognizerStart> MeasureAsync()
    {
        var (with, without) = (new List<(TimeSpan Time, long Bytes)>(), new List<(TimeSpan Time, long Bytes)>());
        for (var run = 0; run < Runs; run++)
        {
            without.Add(await OnceAsync("without"));
            with.Add(await OnceAsync(With));
        }

        return new RecognizerStart(Median(with, one => one.Time) - Median(without, one => one.Time),
            Median(with, one => one.Bytes) - Median(without, one => one.Bytes));
    }

    /// <summary>The child: says when it is ready, and stays until its parent has looked at it.</summary>
    public static async Task<int> RunChildAsync(string[] args)
    {
        var recognizer = args is [With] ? Load() : null;
        await Parent.SayAsync(FormattableString.Invariant($"{Ready} {Environment.CpuUsage.TotalTime.Ticks}"));
        await Parent.SayAsync(FormattableString.Invariant($"{Kept} {GC.GetTotalMemory(forceFullCollection: true)}"));
        await Parent.GoneAsync();
        GC.KeepAlive(recognizer);
        return 0;
    }

    private static ShopRecognizer Load()
    {
        var options = new RecognitionOptions { KeptModels = Path.GetTempPath() };
        var store = new ModelStore(options.Utterances, options.BuiltModel, options.KeptModels);
        var recognizer = new ShopRecognizer(store.Load(new TrainingOptions()));
        _ = recognizer.Recognize("mettimi due tazze blu nel carrello", new RecognitionContext(Language.Italian)).Entities;
        return recognizer;
    }

    private static async Task<(TimeSpan Time, long Bytes)> OnceAsync(string how)
    {
        await using var child = Child.Start(Mode, RuntimeSettings.Own, how);
        var time = TimeSpan.FromTicks(long.Parse(await child.HearAsync(Ready, Patience), CultureInfo.InvariantCulture));
        return (time, long.Parse(await child.HearAsync(Kept, Patience), CultureInfo.InvariantCulture));
    }

    private static T Median<T>(IEnumerable<(TimeSpan Time, long Bytes)> runs, Func<(TimeSpan Time, long Bytes), T> figure) =>
        runs.Select(figure).Order().ElementAt(Runs / 2);
}
