using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Modules;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture.Style;

/// <summary>The rules of style that a machine can see.</summary>
internal static partial class StyleRules
{
    public const int LongestFile = 300;

    public const int LongestLine = 140;

    private const int LinesOfLoop = 10;

    private static readonly HashSet<string> EmptyWords =
    [
        "Manager",
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utility",
        "Utilities",
        "Processor",
        "Impl",
        "Base",
    ];

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files, IReadOnlyDictionary<string, string> allowed)
    {
        var lengths = files.ToDictionary(file => file.Path, file => file.Text.AsSpan().Count('\n'));
        var tooLong = lengths
            .Where(file => file.Value > LongestFile && !allowed.ContainsKey(file.Key))
            .Select(file => $"{file.Key}: {file.Value} lines");
        return tooLong.Concat(Idle(allowed, path => lengths.GetValueOrDefault(path) > LongestFile));
    }

    /// <summary>A line that is data, in a string over several lines, is as long as the data is: a message of a conversation, say.</summary>
    public static IEnumerable<string> LongLines(IEnumerable<SourceFile> files) =>
        from file in files
        from Match line in Line().Matches(file.Text)
        where line.Length > LongestLine && !IsData(file, line)
        select $"{file.At(line.Index)}: {line.Length} characters";

    public static IEnumerable<string> Regions(IEnumerable<SourceFile> files) =>
        Found(files, Region(), "#region hides a file that is too long");

    /// <summary>
    /// An exception that nobody looks at is an order lost for ever. One that is expected is named or told by a filter,
    /// and a comment says what becomes of the work.
    /// </summary>
    public static IEnumerable<string> SwallowedExceptions(IEnumerable<SourceFile> files) =>
        from file in files
        from Match found in EmptyCatch().Matches(file.Code)
        let type = found.Groups["type"].Value
        let isExplained = file.Text.AsSpan(found.Index, found.Length).Contains("//", StringComparison.Ordinal)
        let isExpected = type is not ("" or "Exception") || found.Groups["filter"].Success
        where !isExpected || !isExplained
        select $"{file.At(found.Index)}: an exception is swallowed";

    /// <summary>A test may pause only between two looks at what it waits for: in a loop, a few lines below its condition.</summary>
    public static IEnumerable<string> Waits(IEnumerable<SourceFile> tests) =>
        from file in tests
        from Match wait in Wait().Matches(file.Code)
        where !IsBetweenLooks(file.Code, wait)
        select $"{file.At(wait.Index)}: a test waits for the clock: wait for what you wait for (Support/Eventually)";

    public static IEnumerable<string> EmptyNames(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsUnder("BotFramework", "Tests/BotFramework")
        from type in Declared.Types(file)
        from Match word in Word().Matches(type.Name)
        where EmptyWords.Contains(word.Value)
        select $"{file.At(type.Index)}: {type.Name} says nothing: what does it do in the shop's words?";

    /// <summary>Folders are nouns of the shop, never kinds of code.</summary>
    public static IEnumerable<string> KindFolders(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsUnder("BotFramework", "Tests/BotFramework")
        from folder in file.Path.Split('/')[..^1]
        where folder is "Services" or "Interfaces" or "Models" or "Common" or "Misc" or "Shared" || EmptyWords.Contains(folder.TrimEnd('s'))
        select $"{file.Path}: the folder {folder} groups by kind";

    /// <summary>Members that Microsoft's API leaves to who derives throw as they do there.</summary>
    public static IEnumerable<string> Unfinished(IEnumerable<SourceFile> files) =>
        Found(files, Todo(), "something is left to do", inText: true)
            .Concat(
                Found(files.Where(file => !file.IsUnder("BotFramework", "Tests/BotFramework")), Unwritten(), "something is not written yet")
            );

    /// <summary>Where packages come from is a matter of the machine that builds.</summary>
    public static IEnumerable<string> RegistryHosts(IEnumerable<SourceFile> files) =>
        Found(files, Registry(), "a host of a package registry is named", inText: true);

    private static IEnumerable<string> Found(IEnumerable<SourceFile> files, Regex rule, string what, bool inText = false) =>
        from file in files
        from Match found in rule.Matches(inText ? file.Text : file.Code)
        select $"{file.At(found.Index)}: {what}";

    private static bool IsData(SourceFile file, Match line) =>
        file.Path.EndsWith(".cs", StringComparison.Ordinal)
        && file.Code.AsSpan(line.Index, line.Length).IsWhiteSpace() && !line.Value.AsSpan().TrimStart().StartsWith("//");

    private static bool IsBetweenLooks(string code, Match wait)
    {
        var above = code[..wait.Index].Split('\n')[^Math.Min(LinesOfLoop, code[..wait.Index].Count(sign => sign == '\n') + 1)..];
        return !wait.Value.StartsWith("Thread", StringComparison.Ordinal)
            && above.Any(line => line.Contains("while (", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Idle(IReadOnlyDictionary<string, string> allowed, Func<string, bool> needed) =>
        allowed.Keys.Where(path => !needed(path)).Select(path => $"{path}: the exception is no longer needed, take it off the list");

    [GeneratedRegex(@"^.+$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^[ \t]*#region", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\bcatch\b\s*(\(\s*(?<type>[\w.]+)[^()]*\))?\s*(?<filter>when\s*\([^{}]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    // An endless delay is a fake that never answers, and ends with its token.
    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b|\bTask\s*\.\s*Delay\b(?!\(Timeout\.Infinite)|\bSpinWait\b")]
    private static partial Regex Wait();

    [GeneratedRegex(@"[A-Z][a-z0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b")]
    private static partial Regex Todo();

    [GeneratedRegex(@"\bNotImplementedException\b")]
    private static partial Regex Unwritten();

    [GeneratedRegex(
        @"\b([\w-]+\.)?((nuget|npmjs|pypi|debian|ubuntu)\.(org|com)|(docker|ghcr)\.(io)|(mcr)\.(microsoft)\.(com)"
        + @"|(azurefd)\.(net)|(pkgs)\.(dev)\.(azure)\.(com))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Registry();
}
