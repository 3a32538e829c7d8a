namespace Microsoft.Bot.Schema;

/// <summary>How an activity wants its replies delivered.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string Notification = "notification";
    public const string ExpectReplies = "expectReplies";
    public const string Ephemeral = "ephemeral";
}
