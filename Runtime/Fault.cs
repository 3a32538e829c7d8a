using System.Data.Common;
using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace CommerceBot.Runtime;

/// <summary>What an operator may read of an exception: its type and place. Its message may quote what a shopper wrote.</summary>
internal static class Fault
{
    public static string Describe(Exception problem)
    {
        var place = new StackTrace(problem).GetFrames()
            .Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("CommerceBot", StringComparison.Ordinal) == true);
        return place is null ? problem.GetType().Name : $"{problem.GetType().Name} in {place.DeclaringType!.Name}.{place.Name}";
    }

    /// <summary>Trouble of the network, the disk or the machine, which ends by itself.</summary>
    public static bool MayPass(Exception problem) => problem
        is HttpRequestException or IOException or SocketException or DbException
        or TimeoutException or OperationCanceledException or OutOfMemoryException;

    /// <summary>What was to be done is wrong itself, and will be at every try.</summary>
    public static bool IsInTheRequest(Exception problem) => problem
        is ArgumentException or FormatException or JsonException or CryptographicException or NotSupportedException;
}
