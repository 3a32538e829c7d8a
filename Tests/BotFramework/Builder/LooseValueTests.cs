using System.Text.Json;
using CsCheck;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

/// <summary>What may stand where state says "any object" comes back as what it was.</summary>
public sealed class LooseValueTests
{
    private static readonly Gen<string> Key = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 6],
        Gen.OneOf(new[] { "$is", "$as", "$$is", "$", "$type", "$ref", "è\"\\" }.Select(key => Gen.Const(key)).ToArray()));

    private static readonly Gen<object?> Scalar = Gen.OneOf<object?>(
        Gen.Bool.Select(_ => (object?)null),
        Gen.Bool.Select(value => (object?)value),
        Gen.Long.Select(value => (object?)value),
        Gen.Double.Select(value => (object?)value),
        Gen.Double.Special.Select(value => (object?)value),
        Gen.String[Gen.Char['\0', '\ud7ff'], 0, 12].Select(value => (object?)value),
        Gen.Decimal.Select(value => (object?)value),
        Gen.DateTimeOffset.Select(value => (object?)value),
        Gen.Guid.Select(value => (object?)value),
        Gen.Long.Select(value => (object?)new Money(value, "EUR")));

    private static readonly Gen<object?> Value = Gen.Recursive<object?>((depth, inner) => depth > 4
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (1, inner.List[0, 4].Select(list => (object?)list)),
            (1, Gen.Dictionary(Key, inner)[0, 4].Select(map => (object?)map))));

    static LooseValueTests() => StateTypes.Register<Money>("test money");

    [Fact]
    public void Every_loose_value_comes_back_as_it_was() =>
        Value.Sample(value => Assert.Equal(Show(value), Show(RoundTrip(value))), iter: 3000);

    [Fact]
    public void A_whole_number_is_long_and_a_fraction_stays_one()
    {
        Assert.Equal(3L, RoundTrip(3));
        Assert.Equal(3.0, Assert.IsType<double>(RoundTrip(3.0)));
        Assert.Equal(0.5, RoundTrip(0.5f));
        Assert.Equal(double.NaN, RoundTrip(double.NaN));
        Assert.Equal(long.MaxValue, RoundTrip(long.MaxValue));
        Assert.True(double.IsNegative((double)RoundTrip(-0.0)!));
    }

    [Fact]
    public void Json_stays_json()
    {
        var json = JsonDocument.Parse("""{"$is":"activity","$as":[1,2.0,{"a":null}]}""").RootElement;
        Assert.Equal(json.GetRawText(), Assert.IsType<JsonElement>(RoundTrip(json)).GetRawText());
    }

    [Fact]
    public void Activities_and_cards_may_stand_among_values()
    {
        var message = MessageFactory.Text("hi");
        message.Value = JsonDocument.Parse("""{"$is":"x"}""").RootElement;
        message.Attachments = [new HeroCard("Socks", buttons: [new CardAction(ActionTypes.PostBack, "Buy", value: "buy")]).ToAttachment()];
        var back = Assert.IsType<Activity>(RoundTrip(message));
        Assert.Equal(("hi", """{"$is":"x"}"""), (back.Text, ((JsonElement)back.Value!).GetRawText()));
        var card = Assert.IsType<HeroCard>(back.Attachments![0].Content);
        Assert.Equal("buy", card.Buttons![0].Value);
    }

    [Fact]
    public void A_type_that_is_not_registered_is_refused_with_a_way_out()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => RoundTrip(new List<object?> { new Unknown("x") }));
        Assert.Contains(nameof(Unknown), refused.Message, StringComparison.Ordinal);
        Assert.Contains("StateTypes.Register<Unknown>", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_belongs_to_one_type_and_a_type_has_one_name()
    {
        StateTypes.Register<Money>("test money");
        Assert.Throws<InvalidOperationException>(() => StateTypes.Register<Unknown>("test money"));
        Assert.Throws<InvalidOperationException>(() => StateTypes.Register<Money>("other money"));
        Assert.Throws<ArgumentException>(() => StateTypes.Register<Unknown>("map"));
    }

    [Fact]
    public void No_clr_name_is_ever_stored()
    {
        var stored = JsonSerializer.Serialize<object>(
            new Dictionary<string, object?> { ["price"] = new Money(1, "EUR"), ["now"] = DateTimeOffset.UnixEpoch }, StateJson.Options);
        Assert.Equal(
            """{"price":{"$is":"test money","$as":{"Minor":1,"Currency":"EUR"}},"now":{"$is":"time","$as":"1970-01-01T00:00:00+00:00"}}""",
            stored);
    }

    [Fact]
    public void Any_registered_value_can_be_stored_by_itself()
    {
        foreach (
            var value in new object[]
            {
                new Money(5, "EUR"),
                new Dictionary<string, object?> { ["$is"] = 1L },
                new List<object?> { 1L },
                "text",
                4L,
            }
        )
            Assert.Equal(Show(value), Show(new StateDocument(StateDocument.Wrap(value).Utf8Json, "1").Unwrap()));
        var state = new StateDocument("{}"u8.ToArray(), "7");
        Assert.Same(state, StateDocument.Wrap(state));
        Assert.Same(state, state.Unwrap());
    }

    private static object? RoundTrip(object? value) =>
        JsonSerializer.Deserialize<object>(JsonSerializer.SerializeToUtf8Bytes(value, StateJson.Options), StateJson.Options);

    private static string Show(object? value) =>
        value switch
        {
            null => "null",
            IDictionary<string, object?> map => "{"
                + string.Join(
                    ",",
                    map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={Show(entry.Value)}"))
                + "}",
            IList<object?> list => "[" + string.Join(",", list.Select(Show)) + "]",
            double.NaN => "double NaN",
            double number => $"double {BitConverter.DoubleToInt64Bits(number)}",
            DateTimeOffset time => $"time {time:o}",
            _ => $"{value.GetType().Name} {value}",
        };

    private sealed record Money(long Minor, string Currency);

    private sealed record Unknown(string Name);
}
