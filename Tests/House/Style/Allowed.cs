namespace CommerceBot.Tests.House.Style;

/// <summary>Files that break a rule of style for a reason. An entry that is no longer needed is reported, so the list only shrinks by itself.</summary>
internal static class Allowed
{
    public static readonly IReadOnlyDictionary<string, string> Long = new Dictionary<string, string>
    {
        ["BotFramework/Microsoft.Bot.Builder/Schema/Activity.cs"] = "one type of Microsoft's API, with all its members",
        ["Tests/BotFramework/Builder/BotStateTests.cs"] = "every rule of a bot's state side by side",
    };

    /// <summary>Where a test may let time pass: only between two looks at what it waits for.</summary>
    public static readonly IReadOnlyDictionary<string, string> Waiting = new Dictionary<string, string>
    {
        ["Tests/Support/Eventually.cs"] = "the pause between two looks",
        ["Tests/Channels/Support/Rows.cs"] = "the pause between two looks at what another thread does",
        ["Tests/Channels/Messenger/FirstContactTests.cs"] = "lets another thread run between two jumps of a fake clock",
        ["Tests/Simulator/Stripe/WebhookTests.cs"] = "lets a fake clock move until a delivery comes",
        ["Tests/BotFramework/Facebook/ClientTests.cs"] = "a server that never answers, until its caller hangs up",
    };
}
