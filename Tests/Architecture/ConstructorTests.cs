using CommerceBot.Tests.Architecture.Reading;
using CommerceBot.Tests.Architecture.Style;
using Xunit;

namespace CommerceBot.Tests.Architecture;

public sealed class ConstructorTests
{
    [Fact]
    public void No_class_is_made_of_more_than_seven_things() =>
        Findings.None(ConstructorRules.TooMany(
            [.. typeof(Program).Assembly.GetTypes(), .. typeof(CommerceBot.Simulator.Hosting.SimulatorHost).Assembly.GetTypes()]));

    [Fact]
    public void A_class_of_eight_is_seen_and_a_fact_of_eight_is_nobodys_fault()
    {
        Assert.Contains(
            "8 constructor parameters", Assert.Single(ConstructorRules.TooMany([typeof(EightThings)])), StringComparison.Ordinal);
        Assert.Empty(ConstructorRules.TooMany([typeof(SevenThings), typeof(EightFacts), typeof(EightNumbers)]));
    }

    private sealed class EightThings(int a, int b, int c, int d, int e, int f, int g, int h)
    {
        public int Sum => a + b + c + d + e + f + g + h;
    }

    private sealed class SevenThings(int a, int b, int c, int d, int e, int f, int g)
    {
        public int Sum => a + b + c + d + e + f + g;
    }

    private sealed record EightFacts(int A, int B, int C, int D, int E, int F, int G, int H);

    private readonly record struct EightNumbers(int A, int B, int C, int D, int E, int F, int G, int H);
}
