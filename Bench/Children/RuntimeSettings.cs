namespace CommerceBot.Bench.Children;

/// Settings of .NET's runtime for a child process, as environment variables, which have the last word over the project file; numbers are
/// hexadecimal there (learn.microsoft.com/dotnet/core/runtime-config).
internal static class RuntimeSettings
{
    /// What this program's project file says.
    public static readonly IReadOnlyDictionary<string, string> Own = new Dictionary<string, string>();

    /// What the shop's project file says, and a web project's collector.
    public static readonly IReadOnlyDictionary<string, string> Shop = Of(concurrentGc: true, countingDelay: false);

    /// What a web project has when its file says nothing.
    public static readonly IReadOnlyDictionary<string, string> Usual = Of(concurrentGc: true, countingDelay: true);

    public static readonly IReadOnlyDictionary<string, string> OtherCollector = Of(concurrentGc: false, countingDelay: true);

    public static readonly IReadOnlyDictionary<string, string> OtherCollectorCountingAtOnce = Of(concurrentGc: false, countingDelay: false);

    private static Dictionary<string, string> Of(bool concurrentGc, bool countingDelay) => new()
    {
        ["DOTNET_gcServer"] = "1",
        ["DOTNET_gcConcurrent"] = concurrentGc ? "1" : "0",
        // 100 ms, which the runtime makes a second on one processor.
        ["DOTNET_TC_CallCountingDelayMs"] = countingDelay ? "64" : "0",
    };
}
