namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One step: what it returns is how the stack stands, mostly that of a prompt it began or of the next step.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>What a step of a waterfall sees: the stack, the previous answer, and what the waterfall remembers.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _nextCalled;

    internal WaterfallStepContext(
        WaterfallDialog waterfall, DialogContext dc, object options, IDictionary<string, object> values, int index, DialogReason reason,
        object result)
        : base(dc.Dialogs, dc.Context, new DialogState(dc.Stack))
    {
        _waterfall = waterfall;
        Parent = dc.Parent;
        Options = options;
        Values = values;
        Index = index;
        Reason = reason;
        Result = result;
    }

    /// <summary>Of this step, from 0.</summary>
    public int Index { get; }

    /// <summary>What the waterfall was begun with.</summary>
    public object Options { get; }

    /// <summary>Why this step is run: an answer came, a dialog ended, or the step before went on by itself.</summary>
    public DialogReason Reason { get; }

    /// <summary>What the previous step asked for, or gave to <see cref="NextAsync"/>.</summary>
    public object Result { get; }

    /// <summary>
    /// Kept for as long as the waterfall runs, with their types: string, long (an int too), double, bool, lists, maps
    /// and registered types.
    /// </summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes to the next step in the same turn. A step may do so once.</summary>
    public Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(result, nameof(result));
        if (_nextCalled)
            throw new InvalidOperationException($"Step {Index + 1} of waterfall '{_waterfall.Id}' called NextAsync twice.");
        _nextCalled = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
