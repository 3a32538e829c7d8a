using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs that may be on one stack, by id.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private string _version;

    /// <param name="dialogState">Where the stack is kept.</param>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>Without a place for the stack: for the inside of a container.</summary>
    public DialogSet()
    {
    }

    /// <summary>Never null; setting it sets that of every dialog in the set.</summary>
    public IBotTelemetryClient TelemetryClient
    {
        get;
        set
        {
            field = value ?? NullBotTelemetryClient.Instance;
            DialogWalk<IBotTelemetryClient>.Visit(this, TellDialogs, static _ => 0);
        }
    } = NullBotTelemetryClient.Instance;

    /// <summary>
    /// A hash of every dialog in the set: its id, its kind, its steps, and the same of the dialogs inside it. It does not
    /// depend on the process or on the order of adding. Dialogs must be complete before it is first asked for. A set that
    /// stands inside itself is named there by its number in the walk.
    /// </summary>
    public virtual string GetVersion()
    {
        // What is found inside another set's walk depends on where that walk began, so it is not kept.
        if (DialogWalk<DialogSet>.IsUnderway)
            return VersionInWalk();
        return _version ??= VersionInWalk();
    }

    /// <summary>Adds a dialog. When its id is taken by another dialog it gets a number at the end.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        // Dependencies that bring ever new ones end in an exception, and not in the end of the process.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_dialogs.TryGetValue(dialog.Id, out var known) && ReferenceEquals(known, dialog))
            return this;
        if (known is not null)
            dialog.Id = FreeId(dialog.Id);

        _version = null;
        _dialogs.Add(dialog.Id, dialog);
        if (!ReferenceEquals(dialog.TelemetryClient, TelemetryClient))
            dialog.TelemetryClient = TelemetryClient;
        foreach (var dependency in (dialog as IDialogDependencies)?.GetDependencies() ?? [])
            Add(dependency);
        return this;
    }

    /// <exception cref="DialogStackException">What is stored cannot be read as a stack.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState is null)
            throw new InvalidOperationException(
                "This DialogSet was made without an accessor of DialogState: give its constructor one, or make a DialogContext yourself.");
        return new DialogContext(this, turnContext, await ReadStackAsync(turnContext, cancellationToken));
    }

    /// <summary>Null when there is none.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public Dialog Find(string dialogId)
    {
        Arguments.NotBlank(dialogId);
        return _dialogs.GetValueOrDefault(dialogId);
    }

    /// <summary>Every dialog, with those that others brought.</summary>
    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    private int TellDialogs()
    {
        foreach (var dialog in _dialogs.Values)
            dialog.TelemetryClient = TelemetryClient;
        return _dialogs.Count;
    }

    private string VersionInWalk() =>
        DialogWalk<DialogSet>.Visit(this, ComputeVersion, static number => string.Create(CultureInfo.InvariantCulture, $"set {number}"));

    private async Task<DialogState> ReadStackAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return await _dialogState.GetAsync(turnContext, static () => new DialogState(), cancellationToken);
        }
        catch (JsonException unreadable)
        {
            throw new DialogStackException("The stored stack cannot be read. Drop the stack.", unreadable);
        }
    }

    private string FreeId(string id)
    {
        for (var suffix = 2; ; suffix++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{id}{suffix}");
            if (!_dialogs.ContainsKey(candidate))
                return candidate;
        }
    }

    private string ComputeVersion()
    {
        var text = new StringBuilder();
        foreach (var dialog in _dialogs.Values.OrderBy(dialog => dialog.Id, StringComparer.Ordinal))
        {
            text.Append(dialog.Id).Append('|').Append(Kind(dialog.GetType())).Append('|').Append(dialog.GetVersion());
            if (dialog is DialogContainer container)
                text.Append('|').Append(container.InnerVersion);
            text.Append('\n');
        }
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The type by name, with its arguments: a NumberPrompt of int keeps another answer than one of decimal.</summary>
    private static string Kind(Type type) =>
        type.IsGenericType ? $"{type.Name}[{string.Join(',', type.GetGenericArguments().Select(Kind))}]" : type.Name;
}
