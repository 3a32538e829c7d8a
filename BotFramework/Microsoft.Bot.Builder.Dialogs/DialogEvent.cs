namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that is offered to dialogs until one handles it.</summary>
public class DialogEvent
{
    /// <summary>True when parents are asked after the dialog that got the event.</summary>
    public bool Bubble { get; set; }

    /// <summary>One of <see cref="DialogEvents"/>, or a bot's own.</summary>
    public string Name { get; set; }

    /// <summary>What it says; null for nothing.</summary>
    public object Value { get; set; }
}

/// <summary>The names of events that dialogs raise themselves.</summary>
public class DialogEvents
{
    /// <summary>Kept from Microsoft's API: nothing here raises it.</summary>
    public const string BeginDialog = "beginDialog";

    /// <summary>The dialog on top is to ask again.</summary>
    public const string RepromptDialog = "repromptDialog";

    /// <summary>The dialog is to be cancelled; who handles it stops the rest from being cancelled.</summary>
    public const string CancelDialog = "cancelDialog";

    /// <summary>A message came that a prompt, asked first, may take for its answer; it is for parents to raise.</summary>
    public const string ActivityReceived = "activityReceived";

    /// <summary>A container's inner dialogs are others than when its instance was stored.</summary>
    public const string VersionChanged = "versionChanged";

    /// <summary>A turn of a dialog threw; the value is the exception.</summary>
    public const string Error = "error";

    /// <summary>Kept from Microsoft's API: nothing here raises it.</summary>
    public const string Custom = "custom";
}
