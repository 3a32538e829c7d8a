namespace Microsoft.Bot.Schema;

/// <summary>Kinds of activity that never leave the bot.</summary>
public static class ActivityTypesEx
{
    /// <summary>A pause before the next activity, in milliseconds.</summary>
    public const string Delay = "delay";

    /// <summary>The answer to an invoke: its value is an <see cref="InvokeResponse"/>.</summary>
    public const string InvokeResponse = "invokeResponse";
}
