using System.CommandLine;
using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.Torture.Run;

namespace CommerceBot.Tests.Torture;

/// <summary>The torture run from the command line: see README.md beside this file.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var purchases = new Option<int>("--purchases") { Description = "How many people buy something", DefaultValueFactory = _ => 500 };
        var seed = new Option<int>("--seed")
        {
            Description = "Draws plans, faults and the moments of the kills",
            DefaultValueFactory = _ => 1,
        };
        var together = new Option<int>("--together") { Description = "How many people shop at once", DefaultValueFactory = _ => 60 };
        var plant = new Option<string[]>("--plant")
        {
            Description = "Plants a difference of this kind before the audit; 'all': one of each, one after the other",
            AllowMultipleArgumentsPerToken = true,
        };
        var kinds = new Option<bool>("--kinds") { Description = "Lists every kind of difference" };
        var keep = new Option<bool>("--keep") { Description = "Keeps the data folder and the logs in any case" };
        var root = new RootCommand(
            "Hundreds of people buy a small stock while the shop is killed every few seconds; then all records are compared.")
        {
            purchases,
            seed,
            together,
            plant,
            kinds,
            keep,
        };
        root.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(kinds)
                    ? Task.FromResult(List())
                    : RunAsync(
                        new TortureOptions(
                            parsed.GetValue(purchases), parsed.GetValue(seed), parsed.GetValue(together), parsed.GetValue(plant) ?? [],
                            parsed.GetValue(keep)),
                        cancellationToken));
        return await root.Parse(args).InvokeAsync();
    }

    private static int List()
    {
        foreach (var (kind, means) in Kinds.All)
            Console.WriteLine($"{kind,-26}{means}");
        return 0;
    }

    private static async Task<int> RunAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var known = Kinds.All.Select(kind => kind.Kind).Append("all").ToHashSet();
        if (options.Plant.FirstOrDefault(kind => !known.Contains(kind)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no kind '{unknown}': --kinds lists them.");
            return 2;
        }

        var verdict = await new TortureRun(options, TextWriter.Synchronized(Console.Out)).RunAsync(cancellationToken);
        foreach (var difference in verdict.Differences)
            Console.WriteLine($"DIFFERENCE {difference}");
        Console.WriteLine(verdict);
        return verdict.Differences.Count == 0 ? 0 : 1;
    }
}
