using System.Diagnostics;

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
}
