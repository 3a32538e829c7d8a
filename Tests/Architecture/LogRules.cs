using System.Globalization;
using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;

namespace CommerceBot.Tests.Architecture;

/// <summary>A log event has one number in the whole code base, so that an operator can look for it.</summary>
internal static partial class LogRules
{
    public static IEnumerable<string> SharedNumbers(IEnumerable<SourceFile> files) =>
        from one in Events(files)
        group one.Place by one.Number into places
        where places.Count() > 1
        select $"log event {places.Key} is used {places.Count()} times: {string.Join(", ", places)}";

    /// <summary>An event without a number of its own cannot be looked for.</summary>
    public static IEnumerable<string> WithoutNumber(IEnumerable<SourceFile> files) =>
        from file in files
        from Match found in Attribute().Matches(file.Code)
        where !Number().IsMatch(file.Code[found.Index..])
        select $"{file.At(found.Index)}: a log event has no number";

    /// <summary>An exception's message may quote what somebody outside wrote: what is logged of one is Fault.Trace.</summary>
    public static IEnumerable<string> WithExceptions(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsUnder("BotFramework") // A library's log belongs to whoever uses it.
        from Match found in Taking().Matches(file.Code)
        select $"{file.At(found.Index)}: a log event takes an exception";

    private static IEnumerable<(int Number, string Place)> Events(IEnumerable<SourceFile> files) =>
        from file in files
        from Match found in Attribute().Matches(file.Code)
        let number = Number().Match(file.Code[found.Index..])
        where number.Success
        select (int.Parse(number.Groups["number"].Value, CultureInfo.InvariantCulture), file.At(found.Index));

    [GeneratedRegex(@"\[LoggerMessage\b[^;]*\(this ILogger[^;]*\bException\b[^;]*;")]
    private static partial Regex Taking();

    [GeneratedRegex(@"\[LoggerMessage\b")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\A\[LoggerMessage\(\s*((EventId\s*=|eventId\s*:)\s*)?(?<number>\d+)")]
    private static partial Regex Number();
}
