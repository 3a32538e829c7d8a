using CommerceBot.Bench.Bot;
using CommerceBot.Bench.Children;
using CommerceBot.Bench.Floor;
using CommerceBot.Bench.Load;
using CommerceBot.Bench.Micro;
using CommerceBot.Bench.Search;
using CommerceBot.Bench.Understanding;

namespace CommerceBot.Bench;

/// The first word chooses what runs. "load", "bare", "floor", "bot", "desk" and "heap" are the child processes of "quick",
/// "recognizer" that of "understanding".
internal static class BenchMain
{
    private const string Usage = """
        dotnet run -c Release --project Bench -- WHAT
          quick             every figure beside its floor and its target, in under 3 minutes; exit code 1 when one is missed
          quick floor       only the floor and bare Kestrel
          quick waterfall   only the waterfall turn in process
          quick settings    the bot with the runtime's settings of the project file beside the usual ones, 3 minutes
          quick desk        the bot beside a merchant who works at the desk, and alone, in turn
          understanding [errors | sentences FOLDER]
                            how well shoppers are understood, held-out sentences; exit code 1 when a target is missed
          search [PRODUCTS] how long a search takes among 100,000 products; exit code 1 when the median is over 50 ms
          micro [FILTER]    BenchmarkDotNet over the hot functions
        """;

    public static async Task<int> Main(string[] args)
    {
        var rest = args.Skip(1).ToArray();
        switch (args.FirstOrDefault())
        {
            case "quick": return await QuickAsync(rest);
            case "micro": return MicroBenchmarks.Run(rest);
            case "understanding": return await UnderstandingBench.RunAsync(rest);
            case "search": return await SearchBench.RunAsync(rest);
            case RecognizerStart.Mode: return await RecognizerStart.RunChildAsync(rest);
            case "load": return await LoadChild.RunAsync();
            case "bare": return await BareChild.RunAsync();
            case "floor": return await FloorChild.RunAsync(rest);
            case "heap": return await LargeHeap.RunAsync();
            case "bot": return await BotChild.RunAsync(rest);
            case "desk": return await BotChild.RunWithDeskAsync(rest);
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
