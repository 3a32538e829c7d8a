using CommerceBot.Bench.Bot;
using CommerceBot.Bench.Children;
using CommerceBot.Bench.Floor;
using CommerceBot.Bench.Load;
using CommerceBot.Bench.Micro;
using CommerceBot.Bench.Understanding;

namespace CommerceBot.Bench;

/// The first word chooses what runs. "load", "bare", "floor" and "bot" are the child processes of "quick".
internal static class BenchMain
{
    private const string Usage = """
        dotnet run -c Release --project Bench -- WHAT
          quick             every figure beside its floor and its target, in under 3 minutes; exit code 1 when one is missed
          quick floor       only the floor and bare Kestrel
          quick waterfall   only the waterfall turn in process
          understanding [errors | sentences FOLDER]
                            how well shoppers are understood, held-out sentences; exit code 1 when a target is missed
          micro [FILTER]    BenchmarkDotNet over the hot functions
        """;

    public static async Task<int> Main(string[] args)
    {
        var rest = args.Skip(1).ToArray();
        switch (args.FirstOrDefault())
        {
            case "quick": return await QuickAsync(rest);
            case "micro": return MicroBenchmarks.Run(rest);
            case "understanding": return UnderstandingBench.Run(rest);
            case "load": return await LoadChild.RunAsync();
            case "bare": return await BareChild.RunAsync();
            case "floor": return await FloorChild.RunAsync(rest);
            case "bot": return await BotChild.RunAsync(rest);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<int> QuickAsync(string[] words)
    {
        try
        {
            return await Quick.RunAsync(words);
        }
        catch (ChildFailedException failed)
        {
            await Console.Error.WriteLineAsync($"quick could not measure: {failed.Message}");
            return 1;
        }
    }
}
