namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog with dialogs of its own inside.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null)
        : base(dialogId)
    {
    }

    protected DialogContainer(bool ignoreMemoryScopeBinding, string dialogId = null)
        : base(dialogId) => IgnoreMemoryScopeBinding = ignoreMemoryScopeBinding;

    /// <summary>Kept for bots that set it; without memory scopes there is nothing to bind.</summary>
    public bool IgnoreMemoryScopeBinding { get; set; }

    /// <summary>Those that may be on its own stack.</summary>
    public DialogSet Dialogs { get; set; } = new();

    public override IBotTelemetryClient TelemetryClient
    {
        get => base.TelemetryClient;
        set
        {
            base.TelemetryClient = value;
            Dialogs.TelemetryClient = value;
        }
    }

    internal string InnerVersion => GetInternalVersion();

    /// <summary>The inner stack, as its active instance keeps it.</summary>
    public abstract DialogContext CreateChildContext(DialogContext dc);

    /// <summary>One of its own dialogs; null when there is none.</summary>
    public virtual Dialog FindDialog(string dialogId) => FindDialog(dialogId, null);

    /// <summary>One of its own dialogs, or else one that <paramref name="dc"/> knows; null when there is none.</summary>
    public virtual Dialog FindDialog(string dialogId, DialogContext dc = null) => Dialogs.Find(dialogId) ?? dc?.FindDialog(dialogId);

    public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        var handled = await base.OnDialogEventAsync(dc, e, cancellationToken);
        if (!handled && e.Name == DialogEvents.VersionChanged)
            TelemetryClient.TrackTrace(
                $"Nobody handled {e.Name} of dialog '{dc.ActiveDialog?.Id}'.", Severity.Warning, new Dictionary<string, string>());
        return handled;
    }

    /// <summary>A hash of everything inside, the same in every process. See <see cref="DialogSet.GetVersion"/>.</summary>
    protected virtual string GetInternalVersion() => Dialogs.GetVersion();

    /// <summary>
    /// Compares the version that the instance was stored with to the present one; a difference is the event
    /// <see cref="DialogEvents.VersionChanged"/>, once.
    /// </summary>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var instance = dc.ActiveDialog;
        var stored = instance.Version;
        instance.Version = GetInternalVersion();
        if (stored is not null && stored != instance.Version)
            await dc.EmitEventAsync(DialogEvents.VersionChanged, Id, true, false, cancellationToken);
    }
}
