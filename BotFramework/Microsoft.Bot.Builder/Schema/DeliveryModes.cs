namespace Microsoft.Bot.Schema;

/// <summary>How an activity wants its replies delivered.</summary>
public static class DeliveryModes
{
    /// <summary>Replies go to the channel, one by one.</summary>
    public const string Normal = "normal";

    /// <summary>Replies go to the channel, and the user is told.</summary>
    public const string Notification = "notification";

    /// <summary>Replies are the HTTP answer.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>Kept from Microsoft's API: treated as normal.</summary>
    public const string Ephemeral = "ephemeral";
}
