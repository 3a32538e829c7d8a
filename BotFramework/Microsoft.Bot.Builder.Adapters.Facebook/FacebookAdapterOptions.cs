namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>How the adapter treats what comes in.</summary>
public class FacebookAdapterOptions
{
    /// <summary>Refuse webhooks without the right signature. Off only in tests: anybody could then speak for anybody.</summary>
    public bool VerifyIncomingRequests { get; set; } = true;

    /// <summary>The largest body that is read; Meta's batches may be hundreds of kilobytes.</summary>
    public int MaxBodyBytes { get; set; } = 4 * 1024 * 1024;
}
