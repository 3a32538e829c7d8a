namespace Microsoft.Bot.Builder;

/// <summary>The HTTP answer to an invoke activity.</summary>
public class InvokeResponse
{
    /// <summary>An HTTP status, such as 200.</summary>
    public int Status { get; set; }

    /// <summary>Written as JSON; null for no body.</summary>
    public object? Body { get; set; }

    /// <summary>Whether the status is 200 to 299.</summary>
    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}
