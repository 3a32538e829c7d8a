using System.Globalization;

namespace CommerceBot.Bench.Children;

/// Settings of .NET's runtime for a child process, as environment variables, which have the last word over the project file; numbers are
/// hexadecimal there (learn.microsoft.com/dotnet/core/runtime-config).
internal static class RuntimeSettings
{
    /// What this program's project file says.
    public static readonly IReadOnlyDictionary<string, string> Own = new Dictionary<string, string>();

    /// What the shop's project file says, and a web project's collector.
    public static readonly IReadOnlyDictionary<string, string> Shop = Of(concurrentGc: true, delayMs: 5);

    /// What a web project has when its file says nothing; the runtime makes ten times as much of it on one processor.
    public static readonly IReadOnlyDictionary<string, string> Usual = Of(concurrentGc: true, delayMs: 100);

    public static readonly IReadOnlyDictionary<string, string> CountingAtOnce = Of(concurrentGc: true, delayMs: 0);

    public static readonly IReadOnlyDictionary<string, string> OtherCollector = Of(concurrentGc: false, delayMs: 5);

    private static Dictionary<string, string> Of(bool concurrentGc, int delayMs) => new()
    {
        ["DOTNET_gcServer"] = "1",
        ["DOTNET_gcConcurrent"] = concurrentGc ? "1" : "0",
        ["DOTNET_TC_CallCountingDelayMs"] = delayMs.ToString("x", CultureInfo.InvariantCulture),
    };
}
