using System.Text.Json;
using CommerceBot.Runtime.Redaction;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>The search for card numbers walks along a text once: its steps are counted, since times are never the same.</summary>
public sealed class RedactionStepsTests
{
    [Theory]
    [InlineData("4242 4242 4242 4242 ")]
    [InlineData("4242424242424242")]
    [InlineData("4242424242424241")]
    [InlineData("4 2 4 2 ")]
    [InlineData("+4242 4242 4242 4242,")]
    [InlineData("IT60 4242 4242 4242 4242 ")]
    [InlineData("%34%32")]
    [InlineData("6 ")]
    [InlineData("4242424242424242 12/27 cvv 123 exp ")]
    [InlineData("cvv ")]
    public void Twice_the_text_takes_twice_the_steps(string words) =>
        AssertStraight(
            length => string.Concat(Enumerable.Repeat(words, length / words.Length)),
            (text, steps) => CardText.Redact(text, steps: steps));

    [Theory]
    [InlineData("[", "\"4242\"", "]")]
    [InlineData("[", "4242", "]")]
    [InlineData("[", "\"4242424242424242\"", "]")]
    [InlineData("{", "\"4242\":\"4242\"", "}")]
    [InlineData("{", "\"4242424242424242\":0", "}")]
    [InlineData("{", "\"a\":[\"4242 4242\",\"4242 4242\"]", "}")]
    public void Twice_the_JSON_takes_twice_the_steps(string open, string part, string close) =>
        AssertStraight(
            length => open + string.Join(',', Enumerable.Repeat(part, length / part.Length)) + close,
            (json, steps) => CardJson.Redact(JsonElement.Parse(json), steps: steps));

    private static void AssertStraight(Func<int, string> textOf, Action<string, CardSteps> search)
    {
        var (one, two, four) = (StepsOf(20_000), StepsOf(40_000), StepsOf(80_000));
        Assert.InRange(two, 0, (long)(one * 2.1) + 1000);
        Assert.InRange(four, 0, (long)(two * 2.1) + 1000);
        Assert.InRange(four, 0, 80_000 * 200L);

        long StepsOf(int length)
        {
            var steps = new CardSteps();
            search(textOf(length), steps);
            return steps.Taken;
        }
    }
}
