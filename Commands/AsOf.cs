using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CommerceBot.Commands;

/// <summary>
/// <c>--as-of TIME</c>: when stock was counted. An offset must be there, since the same hour is another moment
/// elsewhere.
/// </summary>
internal static partial class AsOf
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static Option<DateTimeOffset?> Option(string description) =>
        new("--as-of")
        {
            Description = description,
            HelpName = "TIME",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Read(text) is { } time)
                    return time;
                result.AddError(
                    $"--as-of is '{text}': it must be a day and an hour with an offset, such as 2026-11-23T18:30+01:00 or "
                    + "2026-11-23T17:30Z."
                );
                return null;
            },
        };

    public static DateTimeOffset? Read(string text) =>
        Offset().IsMatch(text) && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
