using System.Data.Common;
using System.Diagnostics;
using System.Net.Sockets;
using CommerceBot.Runtime.Redaction;
using System.Security.Cryptography;
using System.Text.Json;

namespace CommerceBot.Runtime;

/// <summary>What an operator may read of an exception: its type and place. Its message may quote what a shopper wrote.</summary>
internal static class ExceptionSummary
{
    public static string Describe(Exception problem)
    {
        var place = new StackTrace(problem).GetFrames()
            .Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("CommerceBot", StringComparison.Ordinal) == true);
        return place is null ? problem.GetType().Name : $"{problem.GetType().Name} in {place.DeclaringType!.Name}.{place.Name}";
    }

    /// <summary>
    /// For a log: the types of an exception and of what caused it, and where they came from. What a message says is shown only
    /// where the machine wrote it, such as a full disk; any other may quote what came from outside.
    /// </summary>
    public static string Trace(Exception problem)
    {
        const int longest = 4000;
        var lines = new List<string>();
        for (var cause = problem; cause is not null && lines.Count < 5; cause = cause.InnerException)
        {
            var said = IsOfTheMachine(cause) ? $" ({LogText.Of(cause.Message)})" : "";
            lines.Add($"{cause.GetType().Name}{said}{Environment.NewLine}{cause.StackTrace}");
        }

        var trace = string.Join($"{Environment.NewLine}caused by ", lines);
        return trace.Length > longest ? trace[..longest] : trace;
    }

    private static bool IsOfTheMachine(Exception problem) =>
        problem is IOException or SocketException or HttpRequestException or UnauthorizedAccessException or TimeoutException
            or System.Data.Common.DbException;

    /// <summary>Trouble of the network, the disk or the machine, which ends by itself.</summary>
    public static bool MayPass(Exception problem) => problem
        is HttpRequestException or IOException or SocketException or DbException
        or TimeoutException or OperationCanceledException or OutOfMemoryException;

    /// <summary>What was to be done is wrong itself, and will be at every try.</summary>
    public static bool IsInTheRequest(Exception problem) => problem
        is ArgumentException or FormatException or JsonException or CryptographicException or NotSupportedException;
}
