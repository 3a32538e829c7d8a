using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Steps that follow each other; what a step asks, the next one finds as its result.</summary>
public class WaterfallDialog : Dialog
{
    private const string OptionsKey = "options";
    private const string ValuesKey = "values";
    private const string InstanceIdKey = "instanceId";
    private const string StepIndexKey = "stepIndex";

    private readonly List<WaterfallStep> _steps;

    /// <param name="actions">The steps in order; null for none yet.</param>
    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep> actions = null)
        : base(dialogId) => _steps = actions is null ? [] : [.. actions];

    /// <summary>The id and the names of the steps: renaming, moving, adding or removing one changes it.</summary>
    public override string GetVersion() =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Id}:{_steps.Count}:{string.Join(',', Enumerable.Range(0, _steps.Count).Select(StepName))}");

    /// <summary>At the end; steps are complete before the dialog is first run.</summary>
    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(step);
        return this;
    }

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        RefuseToken(options, nameof(options));
        var state = dc.ActiveDialog.State;
        state[OptionsKey] = options;
        state[ValuesKey] = new Dictionary<string, object>();
        state[InstanceIdKey] = InstanceIds.Next(dc.Context);
        Track("WaterfallStart", dc.ActiveDialog, null);
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>Only a message moves a waterfall on; anything else leaves it waiting.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.Type == ActivityTypes.Message
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);
    }

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var index = InstanceState.Count(dc.ActiveDialog, StepIndexKey);
        if (index < 0 || index >= _steps.Count)
            throw new DialogStackException($"Waterfall '{Id}' was stored at step {index + 1}, and has {_steps.Count}. Drop the stack.");
        return RunStepAsync(dc, index + 1, reason, result, cancellationToken);
    }

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (reason == DialogReason.CancelCalled)
            Track("WaterfallCancel", instance, CurrentStepName(instance));
        else if (reason == DialogReason.EndCalled)
            Track("WaterfallComplete", instance, null);
        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stepContext);
        if (Tracks)
            Track("WaterfallStep", stepContext.ActiveDialog, StepName(stepContext.Index));
        return _steps[stepContext.Index](stepContext, cancellationToken);
    }

    protected Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= _steps.Count)
            return dc.EndDialogAsync(result, cancellationToken);

        var instance = dc.ActiveDialog;
        instance.State[StepIndexKey] = index;
        var options = instance.State.TryGetValue(OptionsKey, out var stored) ? stored : null;
        var values = InstanceState.Required<IDictionary<string, object>>(instance, ValuesKey);
        return OnStepAsync(new WaterfallStepContext(this, dc, options, values, index, reason, result), cancellationToken);
    }

    private bool Tracks => !ReferenceEquals(TelemetryClient, NullBotTelemetryClient.Instance);

    private string StepName(int index)
    {
        var name = _steps[index].Method.Name;
        return string.IsNullOrWhiteSpace(name) || name.Contains('<', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"Step{index + 1}of{_steps.Count}")
            : name;
    }

    private string CurrentStepName(DialogInstance instance)
    {
        // Cancelling must always be possible, of a stack that no longer fits too.
        var index = instance.State is { } state && state.TryGetValue(StepIndexKey, out var value) && value is int or long
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : -1;
        return index >= 0 && index < _steps.Count ? StepName((int)index) : null;
    }

    private void Track(string happened, DialogInstance instance, string step)
    {
        if (!Tracks)
            return;
        var properties = new Dictionary<string, string>
        {
            ["DialogId"] = Id,
            ["InstanceId"] = instance.State is { } state && state.TryGetValue(InstanceIdKey, out var id) ? id as string : null,
        };
        if (step is not null)
            properties["StepName"] = step;
        TelemetryClient.TrackEvent(happened, properties);
    }
}
