using System.Globalization;
using CommerceBot.Chats;
using CommerceBot.Orders;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.Chats;

/// <summary>When a person answers, by the shop's clock.</summary>
public sealed class SupportHoursTests
{
    private static readonly TimeZoneInfo Rome = ShopTimeZone.Find("Europe/Rome");

    [Theory]
    [InlineData("2026-11-23T09:00+01:00", true)]
    [InlineData("2026-11-23T12:59+01:00", true)]
    [InlineData("2026-11-23T13:00+01:00", false)]
    [InlineData("2026-11-23T08:30Z", true)]
    [InlineData("2026-11-28T12:29+01:00", true)]
    [InlineData("2026-11-29T10:00+01:00", false)]
    public void Somebody_is_there_at_the_times_that_are_set(string at, bool isOpen) =>
        Assert.Equal(isOpen, Week().IsOpen(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), Rome));

    [Theory]
    [InlineData("2026-11-23T07:00+01:00", "2026-11-23T09:00+01:00")]
    [InlineData("2026-11-23T13:30+01:00", "2026-11-23T14:00+01:00")]
    [InlineData("2026-11-27T19:00+01:00", "2026-11-28T09:00+01:00")]
    [InlineData("2026-11-28T13:00+01:00", "2026-11-30T09:00+01:00")]
    [InlineData("2027-03-27T20:00+01:00", "2027-03-29T09:00+02:00")]
    [InlineData("2026-11-23T10:00+01:00", "2026-11-23T10:00+01:00")]
    public void The_next_time_that_somebody_is_there_is_known(string now, string opens) =>
        Assert.Equal(
            DateTimeOffset.Parse(opens, CultureInfo.InvariantCulture),
            Week().NextOpening(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), Rome));

    [Fact]
    public void A_week_may_begin_on_any_day()
    {
        var hours = SupportHours.Parse("Sat-Mon 10:00-24:00");
        Assert.True(hours.IsOpen(new DateTimeOffset(2026, 11, 29, 23, 59, 0, TimeSpan.FromHours(1)), Rome));
        Assert.False(hours.IsOpen(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(1)), Rome));
    }

    [Theory]
    [InlineData("always")]
    [InlineData("Mon")]
    [InlineData("Mon 9-18")]
    [InlineData("Mon 18:00-09:00")]
    [InlineData("Lun-Ven 09:00-18:00")]
    [InlineData("; ;")]
    public void What_cannot_be_read_is_told_with_what_to_write(string text)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Support:Hours", text)]).Build();
        var wrong = Assert.Throws<InvalidOperationException>(() => ChatSettings.Read(settings));
        Assert.Contains("Support:Hours", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("such as Mon-Fri 09:00-13:00", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chats:ReturnMinutes", "soon")]
    [InlineData("Chats:InboxMinutes", "-1")]
    [InlineData("Chats:GiveUpAfter", "2.5")]
    [InlineData("Chats:TellNames", "perhaps")]
    public void A_setting_that_cannot_be_right_is_named(string name, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
        var wrong = Assert.Throws<InvalidOperationException>(() => ChatSettings.Read(settings));
        Assert.StartsWith(name, wrong.Message, StringComparison.Ordinal);
    }

    private static SupportHours Week() => SupportHours.Parse("Mon-Fri 09:00-13:00, 14:00-18:00; Sat 09:00-12:30");
}
