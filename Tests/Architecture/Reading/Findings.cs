using Xunit;

namespace CommerceBot.Tests.Architecture.Reading;

/// <summary>What a rule found: all of it in the message, one a line, each with its place.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var all = findings.Distinct().ToList();
        if (all.Count > 0)
            Assert.Fail($"{all.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
