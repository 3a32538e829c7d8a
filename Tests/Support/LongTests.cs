namespace CommerceBot.Tests.Support;

/// <summary>
/// Tests that kill processes, drive a browser or take minutes. They run where somebody asks for them, and are skipped
/// elsewhere with one line that says how.
/// </summary>
internal static class LongTests
{
    public const string Category = "Long";
    public const string Variable = "COMMERCEBOT_LONG";
    public const string HowToRun = $"A long test: set {Variable}=1 to run it (.ci/run runs them all).";

    public static readonly IReadOnlyCollection<KeyValuePair<string, string>> Traits = [new("Category", Category)];

    /// <summary>Why a test cannot run here; null when it can.</summary>
    /// <param name="needs">Programs that must be on the PATH, with commas between.</param>
    public static string? Obstacle(string? needs) => Obstacle(needs, Environment.GetEnvironmentVariable);

    internal static string? Obstacle(string? needs, Func<string, string?> variable)
    {
        if (variable(Variable) != "1")
            return HowToRun;
        var missing = (needs ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(tool => !IsOnPath(tool, variable("PATH")));
        return string.Join(" and ", missing) is { Length: > 0 } tools
            ? $"Needs {tools} on the PATH (.ci/run installs it on Debian)."
            : null;
    }

    private static bool IsOnPath(string tool, string? path) =>
        (path ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
