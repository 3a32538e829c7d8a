using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

public sealed class WebhookTests
{
    [Theory]
    [InlineData(""), InlineData("{"), InlineData("nonsense"), InlineData("null"), InlineData("[]"), InlineData("{}")]
    [InlineData("\"entry\"")]
    [InlineData("{\"object\":\"page\",\"entry\":{}}")]
    public void A_body_that_is_no_webhook_is_one_malformed_event(string body)
    {
        var one = Assert.Single(Read(body));
        Assert.Equal(FacebookEventKind.Malformed, one.Kind);
        Assert.False(string.IsNullOrEmpty(one.Fault));
    }

    [Fact]
    public void A_body_as_deep_as_a_well_is_malformed_and_nothing_worse() =>
        Assert.Equal(FacebookEventKind.Malformed, Assert.Single(Read("{\"object\":\"page\",\"entry\":" + new string('[', 200_000))).Kind);

    [Theory]
    [InlineData(10, true)]
    [InlineData(59, true)]
    [InlineData(61, false)]
    [InlineData(300_000, false)]
    public void What_is_nested_without_end_is_cut_and_its_neighbours_are_read(int depth, bool whole)
    {
        const string neighbour = """{"sender":{"id":"1"},"recipient":{"id":"2"},"message":{"mid":"n","text":"hi"}}""";
        var (open, close) = (
            string.Concat(Enumerable.Repeat("{\"]\":[\"\\\"\",", depth / 2)), string.Concat(Enumerable.Repeat("]}", depth / 2)));
        var deep =
            """{"sender":{"id":"1"},"recipient":{"id":"2"},"message":{"mid":"m","text":"]}\"[{","deep":""" + open + "1" + close + "}}";
        var events = Read($$"""{"object":"page","entry":[{"id":"2","messaging":[{{neighbour}},{{deep}},{{neighbour}}]}]}""");
        Assert.Equal(["hi", "]}\"[{", "hi"], events.Select(one => one.Activity?.Text));
        var kept = ((JsonElement)events[1].Activity!.ChannelData!).GetRawText();
        Assert.Equal(whole, kept.Contains(",1]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"instagram\"", "instagram")]
    [InlineData("\"PAGE\"", "PAGE")]
    [InlineData("7", "7")]
    [InlineData("null", "none")]
    [InlineData("[]", "none")]
    [InlineData("[\"page\"]", "none")]
    [InlineData("{\"page\":\"page\"}", "none")]
    [InlineData("true", "none")]
    [InlineData("\"\"", "none")]
    [InlineData("\"page \"", "page ")]
    [InlineData("\"Page \"", "Page ")]
    [InlineData("\"pagé\"", "pagé")]
    [InlineData(null, "none")]
    public void What_is_no_Pages_webhook_is_one_event_of_another_object(string? name, string field)
    {
        var member = name is null ? "" : $"\"object\":{name},";
        var one = Assert.Single(
            Read(
                $$$"""{{{{member}}}"entry":[{"id":"2","messaging":[{"sender":{"id":"1"},"recipient":{"id":"2"},"message":"""
                + $$$"""{"mid":"m","text":"hi"}}]}]}"""
            ));
        Assert.Equal((FacebookEventKind.OtherObject, field), (one.Kind, one.Field));
        Assert.Null(one.Activity);
    }

    [Fact]
    public void Ids_may_be_numbers()
    {
        var one = OnlyEvent(
            """{"sender":{"id":1001},"recipient":{"id":2002},"timestamp":1760000000000,"message":{"mid":"m","text":"hi"}}""");
        Assert.Equal("2002:1001", one.Activity!.Conversation.Id);
        Assert.Equal("1001", one.Activity.GetChannelData<FacebookMessage>().Sender!.Id);
    }

    [Theory]
    [InlineData("1760000000000")]
    [InlineData("1760000000")]
    [InlineData("\"1760000000000\"")]
    [InlineData("\"1760000000\"")]
    [InlineData("\"2025-10-09T08:53:20+00:00\"")]
    [InlineData("\"2025-10-09T08:53:20Z\"")]
    public void Times_come_in_seconds_milliseconds_and_words(string stamp)
    {
        var one = OnlyEvent(
            $$$"""{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":{{{stamp}}},"message":{"mid":"m","text":"hi"}}""");
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000000), one.Timestamp);
    }

    [Theory]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("1e400")]
    [InlineData("-5")]
    [InlineData("\"soon\"")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_time_that_is_none_is_replaced_by_the_entrys(string stamp)
    {
        var one = OnlyEvent(
            $$$"""{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":{{{stamp}}},"message":{"mid":"m","text":"hi"}}""");
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000000), one.Timestamp);
    }

    [Fact]
    public void One_entry_may_hold_messages_standby_and_changes()
    {
        var events = Read("""
            {"object":"page","entry":[{"id":"2","time":1760000000000,
              "changes":[{"field":"feed","value":{}}, 7],
              "standby":[{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":1,"message":{"mid":"m","text":"hi"}}],
              "messaging":[{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":1,"message":{"mid":"m","text":"hi"}}]}]}
            """);
        Assert.Equal(
            [FacebookEventKind.Message, FacebookEventKind.Message, FacebookEventKind.Change, FacebookEventKind.Malformed],
            events.Select(one => one.Kind));
        Assert.Equal([false, true, false, false], events.Select(one => one.IsStandby));
        Assert.Single(events, one => one.Activity is not null);
        Assert.Equal(4, events.Select(one => one.DedupeKey).Distinct().Count());
        Assert.Equal("feed", events[2].Field);
    }

    [Fact]
    public void A_dashboard_test_starts_no_turn()
    {
        var one = Assert.Single(
            Read(
                """{"object":"page","entry":[{"id":"0","time":1760000000,"changes":[{"field":"messages","value":{"sender":"""
                + """{"id":"12334"},"recipient":{"id":"23245"},"timestamp":"1527459824","message":"""
                + """{"mid":"test_message_id","text":"test_message"}}}]}]}"""
            ));
        Assert.Equal(FacebookEventKind.Change, one.Kind);
        Assert.Null(one.Activity);
    }

    [Theory]
    [InlineData(
        """{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":5,"reaction":{"mid":"m","action":"react","reaction":"love"}}""",
        "facebook:2:reaction:m:react:5", ActivityTypes.MessageReaction)]
    [InlineData(
        """{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":6,"reaction":{"mid":"m","action":"unreact"}}""",
        "facebook:2:reaction:m:unreact:6", ActivityTypes.MessageReaction)]
    [InlineData(
        """{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":5,"message_edit":{"mid":"m","text":"new","num_edit":"2"}}""",
        "facebook:2:message_edit:m:2", ActivityTypes.MessageUpdate)]
    [InlineData(
        """{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":5,"message":{"mid":"m","is_deleted":true}}""",
        "facebook:2:message_deleted:m", ActivityTypes.MessageDelete)]
    public void Edits_reactions_and_deletions_have_keys_and_activities_of_their_own(string body, string key, string type)
    {
        var one = OnlyEvent(body);
        Assert.Equal(key, one.DedupeKey);
        Assert.Equal(type, one.Activity!.Type);
    }

    [Fact]
    public void Events_without_an_id_differ_by_who_what_and_when()
    {
        string[] keys =
        [
            Key("1", 5, "a"), Key("1", 5, "a"), Key("3", 5, "a"), Key("1", 6, "a"), Key("1", 5, "b"),
        ];
        Assert.Equal(4, keys.Distinct().Count());

        static string Key(string person, int time, string text) =>
            OnlyEvent(
                $$$"""{"sender":{"id":"{{{person}}}"},"recipient":{"id":"2"},"timestamp":{{{time}}},"referral":{"ref":"{{{text}}}"}}"""
            ).DedupeKey;
    }

    [Theory]
    [InlineData("""{"sender":{"user_ref":"guest"},"recipient":{"id":"2"},"timestamp":5,"optin":{"ref":"x"}}""")]
    [InlineData("""{"recipient":{"id":"2"},"timestamp":5,"policy-enforcement":{"action":"warning","reason":"spam"}}""")]
    [InlineData("""{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":5,"reaction":{"mid":"m","action":"react"}}""")]
    [InlineData("""{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":5,"read":{"watermark":5}}""")]
    [InlineData("""{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":5,"payment":{"payload":"p"}}""")]
    [InlineData("""{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":5,"message_request":"accept"}""")]
    [InlineData(
        """{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":5,"message":{"mid":"m","is_echo":true,"text":"ours","app_id":"""
        + """77,"metadata":"row-1"}}"""
    )]
    public void Nobody_who_said_something_means_no_turn(string body) => Assert.Null(OnlyEvent(body).Activity);

    [Fact]
    public void Our_own_echo_brings_back_what_we_wrote_on_it()
    {
        var one = OnlyEvent(
            """{"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":5,"message":{"mid":"m","is_echo":true,"text":"ours","app_id":"""
            + """77,"metadata":"row-1"}}"""
        );
        Assert.Equal(
            (FacebookEventKind.Echo, "77", "row-1", "1", "2", "m"),
            (one.Kind, one.EchoAppId, one.EchoMetadata, one.PersonId, one.PageId, one.Mid));
    }

    [Theory]
    [InlineData("cut \\ud83d", "cut \uFFFD")]
    [InlineData("\\ude00 tail", "\uFFFD tail")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\uFFFD😀")]
    [InlineData("\\\\ud83d", "\\ud83d")]
    [InlineData("whole \\ud83d\\ude00", "whole 😀")]
    public void Half_an_emoji_is_mended_and_the_message_kept(string written, string read)
    {
        var one = OnlyEvent(
            $$$"""{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":5,"message":{"mid":"m","text":"{{{written}}}"}}""");
        Assert.Equal(read, one.Activity!.Text);
        Assert.NotEmpty(SchemaJson.Write(one.Activity));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_mended_and_the_message_kept()
    {
        var body = Encoding.UTF8.GetBytes(
            """{"object":"page","entry":[{"id":"2","time":5,"messaging":[{"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":"""
            + """5,"message":{"mid":"m","text":"a?b"}}]}]}"""
        );
        body[body.AsSpan().IndexOf((byte)'?')] = 0xFF;

        Assert.Equal("a\uFFFDb", Assert.Single(FacebookWebhook.Read(body)).Activity!.Text);
    }

    [Fact]
    public void Whatever_a_broken_sample_looks_like_reading_it_never_throws()
    {
        var samples = Samples.Bodies().Select(Samples.Bytes).ToArray();
        Gen.Select(OneOf(samples), Gen.Int[0, 1200].Array[1, 6], Gen.Byte.Array[1, 6])
            .Sample((sample, places, values) =>
            {
                var broken = sample.ToArray();
                for (var i = 0; i < Math.Min(places.Length, values.Length); i++)
                    broken[places[i] % broken.Length] = values[i];
                foreach (var one in FacebookWebhook.Read(broken))
                {
                    Assert.NotEmpty(one.DedupeKey);
                    if (one.Activity is not null)
                        Assert.NotEmpty(SchemaJson.Write(one.Activity));
                }
            }, iter: 3000);
    }

    [Fact]
    public void Whatever_type_a_member_has_reading_it_never_throws()
    {
        string[] odd = ["null", "7", "-1.5e3", "true", "\"\"", "\"x\"", "[]", "{}", "[[]]", "{\"id\":{}}", "\"\\ud800\""];
        string[] members =
        [
            "sender",
            "recipient",
            "timestamp",
            "message",
            "postback",
            "reaction",
            "order",
            "optin",
            "message_edit",
            "template",
            "delivery",
        ];
        string[] inner =
        [
            "mid",
            "text",
            "attachments",
            "quick_reply",
            "payload",
            "is_echo",
            "app_id",
            "num_edit",
            "action",
            "referral",
            "reply_to",
        ];
        Gen.Select(OneOf(members).Array[1, 5], OneOf(odd).Array[5], OneOf(inner), OneOf(odd))
            .Sample(
                (names, values, name, value) =>
                {
                    var parts = names
                        .Distinct()
                        .Select((member, i) => $"\"{member}\":{values[i]}")
                        .Append($"\"message\":{{\"{name}\":{value}}}")
                        .Append("\"sender\":{\"id\":\"1\"}")
                        .Append("\"recipient\":{\"id\":\"2\"}");
                    var one = OnlyEvent("{" + string.Join(',', parts) + "}");
                    Assert.NotEmpty(one.DedupeKey);
                },
                iter: 3000);
    }

    private static Gen<T> OneOf<T>(T[] some) => Gen.Int[0, some.Length - 1].Select(i => some[i]);

    private static FacebookEvent OnlyEvent(string json) =>
        Assert.Single(Read($$$"""{"object":"page","entry":[{"id":"2","time":1760000000000,"messaging":[{{{json}}}]}]}"""));

    private static IReadOnlyList<FacebookEvent> Read(string body) => FacebookWebhook.Read(Encoding.UTF8.GetBytes(body));
}
