using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

public sealed class ErrorTests
{
    private static readonly Dictionary<string, FacebookErrorClass> Words = new()
    {
        ["retry"] = FacebookErrorClass.Retry,
        ["retry-limited"] = FacebookErrorClass.RetryLimited,
        ["backoff"] = FacebookErrorClass.Backoff,
        ["check-before-retry"] = FacebookErrorClass.CheckBeforeRetry,
        ["use-utility-template"] = FacebookErrorClass.WindowClosed,
        ["drop-user"] = FacebookErrorClass.PersonGone,
        ["config-error"] = FacebookErrorClass.Configuration,
        ["bad-request"] = FacebookErrorClass.BadRequest,
        ["not-owner"] = FacebookErrorClass.NotOwner,
        ["stop-alert"] = FacebookErrorClass.StopAlert,
        ["stop-thread"] = FacebookErrorClass.StopThread,
        ["profile-missing"] = FacebookErrorClass.ProfileMissing,
        ["legacy"] = FacebookErrorClass.LegacyPayment,
    };

    public static TheoryData<int, int?, string> Rows()
    {
        var rows = new TheoryData<int, int?, string>();
        using var table = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "BotFramework", "Facebook", "send-api-errors.approved.json")));
        foreach (var row in table.RootElement.GetProperty("codes").EnumerateArray())
            rows.Add(
                row.GetProperty("code").GetInt32(),
                row.GetProperty("subcode") is { ValueKind: JsonValueKind.Number } subcode ? subcode.GetInt32() : null,
                row.GetProperty("suggested").GetString()!);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_error_that_meta_names_has_the_class_its_page_suggests(int code, int? subcode, string suggested) =>
        Assert.Equal(Words[suggested], FacebookErrors.Classify(400, code, subcode));

    [Theory]
    [InlineData(400, 10, 999, FacebookErrorClass.Configuration)]
    [InlineData(400, 100, 999, FacebookErrorClass.BadRequest)]
    [InlineData(500, 1200, null, FacebookErrorClass.Retry)]
    [InlineData(400, 551, null, FacebookErrorClass.PersonGone)]
    [InlineData(429, null, null, FacebookErrorClass.Backoff)]
    [InlineData(401, null, null, FacebookErrorClass.Configuration)]
    [InlineData(302, null, null, FacebookErrorClass.Configuration)]
    [InlineData(422, 99999, null, FacebookErrorClass.Unrecognized)]
    [InlineData(200, 99999, null, FacebookErrorClass.Unrecognized)]
    [InlineData(403, 99999, 1, FacebookErrorClass.Unrecognized)]
    [InlineData(429, 99999, null, FacebookErrorClass.Backoff)]
    [InlineData(418, null, null, FacebookErrorClass.Unrecognized)]
    [InlineData(422, null, null, FacebookErrorClass.BadRequest)]
    [InlineData(413, null, null, FacebookErrorClass.BadRequest)]
    [InlineData(408, null, null, FacebookErrorClass.Retry)]
    [InlineData(403, 294, null, FacebookErrorClass.Configuration)]
    [InlineData(400, 17, 2446079, FacebookErrorClass.Backoff)]
    [InlineData(403, 32, null, FacebookErrorClass.Backoff)]
    [InlineData(400, 368, null, FacebookErrorClass.Backoff)]
    [InlineData(400, 80000, null, FacebookErrorClass.Backoff)]
    [InlineData(400, 80006, null, FacebookErrorClass.Backoff)]
    [InlineData(400, 80014, 5, FacebookErrorClass.Backoff)]
    [InlineData(500, null, null, FacebookErrorClass.UnknownOutcome)]
    [InlineData(503, 99999, null, FacebookErrorClass.UnknownOutcome)]
    public void What_meta_does_not_name_counts_as_its_code_then_as_its_status(
        int status, int? code, int? subcode, FacebookErrorClass expected
    ) => Assert.Equal(expected, FacebookErrors.Classify(status, code, subcode));
}
