using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Tests.BotFramework.Dialogs;

/// <summary>
/// A conversation with a dialog in which every turn has a new process: new dialogs, new state, and nothing kept but what
/// the storage holds.
/// </summary>
internal sealed class TestConversation(Func<Dialog> root, string channelId = "test", string locale = "en-US")
{
    private readonly List<string> _endings = [];

    public MemoryStorage Storage { get; } = new();

    /// <summary>What the root dialog ended with, in the order of its endings; "" for nothing.</summary>
    public IReadOnlyList<string> Endings => _endings;

    /// <summary>Called in each turn before the dialog; true when it took the turn for itself.</summary>
    public Func<DialogContext, CancellationToken, Task<bool>>? First { get; init; }

    public TestFlow Start()
    {
        var adapter = new TestAdapter(channelId) { Locale = locale };
        return new TestFlow(adapter, TurnAsync);
    }

    public static PromptOptions Ask(string text, string? retry = null) => new()
    {
        Prompt = MessageFactory.Text(text),
        RetryPrompt = retry is null ? null! : MessageFactory.Text(retry),
    };

    public static Activity Event(string name) => new() { Type = ActivityTypes.Event, Name = name };

    public async Task TurnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var state = new ConversationState(Storage);
        var dialogs = new DialogSet(state.CreateProperty<DialogState>("DialogState"));
        var dialog = root();
        dialogs.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turn, cancellationToken);
        if (First is null || !await First(dc, cancellationToken))
        {
            var result = await dc.ContinueDialogAsync(cancellationToken);
            if (result.Status == DialogTurnStatus.Empty)
                result = await dc.BeginDialogAsync(dialog.Id, null, cancellationToken);
            if (result.Status == DialogTurnStatus.Complete)
                _endings.Add(result.Result?.ToString() ?? "");
        }
        await state.SaveChangesAsync(turn, false, cancellationToken);
    }
}
