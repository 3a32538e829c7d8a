namespace CommerceBot.Runtime.Health;

/// <summary>Which address a health check belongs to.</summary>
internal static class HealthTags
{
    /// <summary>The process should be started anew when it fails.</summary>
    public const string Live = "live";

    /// <summary>Nothing should be sent to the host while it fails.</summary>
    public const string Ready = "ready";
}
