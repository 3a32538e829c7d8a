namespace Microsoft.Bot.Schema;

/// <summary>How important an activity is.</summary>
public static class ActivityImportance
{
    /// <summary>May wait.</summary>
    public const string Low = "low";

    /// <summary>As any other.</summary>
    public const string Normal = "normal";

    /// <summary>Not to be missed.</summary>
    public const string High = "high";
}
