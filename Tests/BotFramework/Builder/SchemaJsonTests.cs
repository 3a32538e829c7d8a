using System.Text;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

public sealed class SchemaJsonTests
{
    private const string Head = """
        "type":"message","channelId":"emulator","serviceUrl":"http://localhost:5000",
        "conversation":{"id":"c|livechat"},"from":{"id":"u"},"recipient":{"id":"b"}
        """;

    [Fact]
    public void An_activity_comes_back_with_all_it_brought()
    {
        var activity = Read(
            "{"
                + Head
                + ""","id":7,"timestamp":"2026-01-02T03:04:05.678Z","localTimestamp":"2026-01-02T04:04:05+01:00","entities":"""
                + """[{"type":"place","lat":1.5},{"type":"mention","mentioned":{"id":"b"},"text":"@b"}],"value":{"a":"""
                + """[1,"x"]},"somethingNew":{"deep":true},"attachments":[{"contentType":"x/y","extra":1}]}"""
        )!;
        Assert.Equal("7", activity.Id);
        Assert.Equal(TimeSpan.FromHours(1), activity.LocalTimestamp!.Value.Offset);
        Assert.Equal("c|livechat", activity.Conversation.Id);
        Assert.True(activity.Properties!["somethingNew"].GetProperty("deep").GetBoolean());
        Assert.Equal(1.5, activity.Entities![0].Properties!["lat"].GetDouble());
        Assert.True(activity.MentionsRecipient());
        var again = JsonSerializer.SerializeToElement(activity, SchemaJson.Options);
        Assert.True(again.GetProperty("somethingNew").GetProperty("deep").GetBoolean());
        Assert.Equal(1, again.GetProperty("attachments")[0].GetProperty("extra").GetInt32());
        Assert.False(again.TryGetProperty("text", out _));
    }

    [Fact]
    public void Cards_and_the_bots_own_things_are_written_under_the_names_they_have()
    {
        var message = (Activity)
            MessageFactory.Attachment(new ReceiptCard("Thanks", facts: [new Fact("Order", "42")], total: "€ 9").ToAttachment());
        message.ChannelData = new { AsWritten = 1 };
        message.Entities = [new Mention(new ChannelAccount("u"), "@u")];
        Assert.Equal(
            """{"type":"message","inputHint":"acceptingInput","attachmentLayout":"list","attachments":"""
            + """[{"contentType":"application/vnd.microsoft.card.receipt","content":{"title":"Thanks","facts":"""
            + """[{"key":"Order","value":"42"}],"total":"€ 9"}}],"entities":[{"type":"mention","mentioned":"""
            + """{"id":"u"},"text":"@u"}],"channelData":{"AsWritten":1}}""",
            Sorted(
                Encoding.UTF8.GetString(SchemaJson.Write(message)), "type", "inputHint", "attachmentLayout", "attachments", "entities",
                "channelData"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{"id":"c"},"from":null}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":null,"from":{"id":"u"}}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{},"from":{"id":"u"}}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{"id":"c"},"from":{"id":"u"},"serviceUrl":"file:///etc/passwd"}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{"id":"c"},"from":{"id":"u"},"serviceUrl":"::"}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{"id":"c"},"from":{"id":{}}}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{"id":"c"},"from":{"id":"u"},"timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{"id":"c"},"from":{"id":"u"},"attachments":{}}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{"id":"c"},"from":{"id":"u"},"text":"\ud800"}""")]
    [InlineData("""{"type":"message","channelId":"x","conversation":{"id":"c"},"from":{"id":"u"}""")]
    public void What_no_bot_could_be_given_is_refused(string json) => Assert.Null(Read(json));

    [Fact]
    public void Bytes_that_are_no_text_and_json_that_is_too_deep_are_refused()
    {
        Assert.Null(SchemaJson.ReadActivity([.. Encoding.UTF8.GetBytes("{" + Head + ",\"text\":\""), 0xC3, 0x28, .. "\"}"u8]));
        Assert.Null(Read("{" + Head + ",\"value\":" + new string('[', 100_000) + new string(']', 100_000) + "}"));
    }

    [Fact]
    public void Holes_are_closed_before_a_bot_can_fall_in()
    {
        var activity = Read(
            "{"
                + Head.Replace(",\"recipient\":{\"id\":\"b\"}", string.Empty, StringComparison.Ordinal)
                + ""","membersAdded":[null,{"id":"x"}],"attachments":[null],"timestamp":""}""")!;
        Assert.Equal("x", Assert.Single(activity.MembersAdded!).Id);
        Assert.Empty(activity.Attachments!);
        Assert.Equal(string.Empty, activity.Recipient.Id);
        Assert.Null(activity.Timestamp);
    }

    [Fact]
    public void Entities_turn_into_one_another()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("u", "Ada"), "@Ada"));
        Assert.Equal("Ada", entity.GetAs<Mention>().Mentioned!.Name);
        Assert.Equal(entity, new Mention(new ChannelAccount("u", "Ada"), "@Ada"));
        Assert.NotEqual(entity, new Entity("mention"));
    }

    [Fact]
    public void Channel_data_is_read_as_whatever_it_is()
    {
        var activity = Read("{" + Head + ""","channelData":{"id":"9"}}""")!;
        Assert.Equal("9", activity.GetChannelData<ResourceResponse>().Id);
        Assert.False(activity.TryGetChannelData<List<int>>(out _));
        activity.ChannelData = new ResourceResponse("8");
        Assert.True(activity.TryGetChannelData<ResourceResponse>(out var same));
        Assert.Equal("8", same.Id);
    }

    private static Activity? Read(string json) => SchemaJson.ReadActivity(Encoding.UTF8.GetBytes(json));

    private static string Sorted(string json, params string[] order)
    {
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal(order.Order(StringComparer.Ordinal), root.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        return "{" + string.Join(",", order.Select(name => $"\"{name}\":{root.GetProperty(name).GetRawText()}")) + "}";
    }
}
