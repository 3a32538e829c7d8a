namespace Microsoft.Bot.Builder.Dialogs;

public class DialogEvent
{
    /// <summary>True when parents are asked after the dialog that got the event.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}

public class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string Custom = "custom";
}
