using CommerceBot.Tests.Architecture.Reading;
using Xunit;

namespace CommerceBot.Tests.Architecture;

public sealed class LogTests
{
    [Fact]
    public void A_log_event_has_a_number_of_its_own()
    {
        Findings.None(LogRules.WithoutNumber(SourceTree.Product));
        Findings.None(LogRules.SharedNumbers(SourceTree.Product));
    }

    [Fact]
    public void Two_events_with_one_number_are_seen() =>
        Assert.Equal(
            "log event 7 is used 2 times: A/Log.cs:1, B/Log.cs:1",
            Assert.Single(LogRules.SharedNumbers([
                new("A/Log.cs", "[LoggerMessage(7, LogLevel.Error, \"a\")]\n[LoggerMessage(8, LogLevel.Error, \"b\")]"),
                new("B/Log.cs", "[LoggerMessage(EventId = 7, Level = LogLevel.Error, Message = \"c\")]")])));

    [Fact]
    public void An_event_without_a_number_is_seen() =>
        Assert.Single(
            LogRules.WithoutNumber([new("A/Log.cs", "[LoggerMessage(LogLevel.Error, \"a\")]\n[LoggerMessage(1, LogLevel.Error, \"b\")]")]));

    [Fact]
    public void No_log_event_takes_an_exception() => Findings.None(LogRules.WithExceptions(SourceTree.Product));

    [Fact]
    public void An_event_that_takes_an_exception_is_seen() =>
        Assert.Single(
            LogRules.WithExceptions([
                new(
                    "A/Log.cs",
                    "[LoggerMessage(1, LogLevel.Error, \"a\")]\npublic static partial void A(this ILogger log, long seq, Exception "
                    + "problem);\n"
                        + "public static void B(this ILogger log, Exception problem) => log.B(Fault.Trace(problem));\n"
                        + "[LoggerMessage(2, LogLevel.Error, \"b\")]\nprivate static partial void B(this ILogger log, string problem);"),
            ]));
}
