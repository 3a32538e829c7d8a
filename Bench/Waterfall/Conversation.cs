using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Bench.Waterfall;

/// A conversation through a waterfall of three text prompts, on a MemoryStorage: four turns, then it begins again.
internal sealed class Conversation
{
    private const string Key = "bench/conversations/one";
    private static readonly string[] Says = ["ciao", "Anna Rossi", "Via Giuseppe Garibaldi 12", "Milano"];
    private readonly MemoryStorage _storage = new();
    private readonly QuietAdapter _adapter = new();
    private readonly ClaimsIdentity _identity = new("bench");
    private readonly ConversationState _state;
    private readonly IStatePropertyAccessor<DialogueState>? _conversation;
    private readonly DialogSet _dialogs;
    private readonly BotCallbackHandler _bot;

    /// With state, the conversation also holds the EchoBot's 1.3 KB and changes it at each turn.
    public Conversation(bool withState)
    {
        _state = new ConversationState(_storage);
        _conversation = withState ? _state.CreateProperty<DialogueState>("talk") : null;
        _dialogs = new DialogSet(_state.CreateProperty<DialogState>("dialogs"))
            .Add(new TextPrompt("text"))
            .Add(new WaterfallDialog("delivery", [AskNameAsync, AskStreetAsync, AskCityAsync, CloseAsync]));
        _bot = OnTurnAsync;
    }

    public static int Turns => Says.Length;

    /// What a shopper says, cycle after cycle: made beforehand, because reading it from the wire is not the turn's work.
    public static Activity[] Prepare(int cycles) =>
        [.. Enumerable.Range(0, cycles * Turns).Select(turn => new Activity
        {
            Type = ActivityTypes.Message,
            Id = $"turn-{turn}",
            ChannelId = "bench",
            Conversation = new ConversationAccount { Id = "one" },
            From = new ChannelAccount { Id = "anna" },
            Recipient = new ChannelAccount { Id = "shop" },
            Text = Says[turn % Turns],
        })];

    public async Task RunAsync(Activity[] activities)
    {
        var before = _adapter.Sent;
        foreach (var activity in activities)
            await _adapter.ProcessActivityAsync(_identity, activity, _bot, CancellationToken.None);
        if (_adapter.Sent - before != activities.Length)
            throw new InvalidOperationException($"{activities.Length} turns sent {_adapter.Sent - before} replies");
    }

    /// The stored state after each turn of a cycle.
    public async Task<byte[][]> StoredAsync()
    {
        var stored = new byte[Turns][];
        foreach (var (activity, turn) in Prepare(1).Select((a, n) => (a, n)))
        {
            await RunAsync([activity]);
            var values = await _storage.ReadAsync([Key], CancellationToken.None);
            stored[turn] = ((StateDocument)values[Key]).Utf8Json.ToArray();
        }

        return stored;
    }

    private async Task OnTurnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (_conversation is not null)
            (await _conversation.GetAsync(turn, DialogueState.Begin, cancellationToken)).Hear(turn.Activity.Text ?? "");
        var dialog = await _dialogs.CreateContextAsync(turn, cancellationToken);
        var result = await dialog.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty) await dialog.BeginDialogAsync("delivery", null, cancellationToken);
        await _state.SaveChangesAsync(turn, cancellationToken: cancellationToken);
    }

    private static Task<DialogTurnResult> AskNameAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        AskAsync(step, "Come ti chiami?", cancellationToken);

    private static Task<DialogTurnResult> AskStreetAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values["name"] = step.Result;
        return AskAsync(step, "In quale via?", cancellationToken);
    }

    private static Task<DialogTurnResult> AskCityAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values["street"] = step.Result;
        return AskAsync(step, "In quale città?", cancellationToken);
    }

    private static async Task<DialogTurnResult> CloseAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        await step.Context.SendActivityAsync(
            MessageFactory.Text($"{step.Values["name"]}, {step.Values["street"]}, {step.Result}"), cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, string question, CancellationToken cancellationToken) =>
        step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text(question) }, cancellationToken);
}
