using CommerceBot.Chats;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>One chat: what was said, who answers, what the shopper has in the shop; and what a person can do there.</summary>
internal sealed class ChatModel(IChatQueries queries, DeskCommands commands, CannedAnswers canned) : ChatPageModel(queries, commands)
{
    private const int Longest = 2000;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool Over { get; set; }

    /// <summary>The newest message that the form's page showed.</summary>
    [BindProperty]
    public long After { get; set; }

    /// <summary>Which canned answer to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Canned { get; set; }

    public IReadOnlyList<CannedAnswer> CannedAnswers { get; private set; } = [];

    public string? Trouble { get; private set; }

    public long Newest => Details.Lines.Count > 0 ? Details.Lines[^1].Id : 0;

    public bool MayAnswer => MayAct && !IsAnothers && !Window.IsShut;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Show();
        if (Canned is >= 0 and var at && at < CannedAnswers.Count)
            Text = CannedAnswers[at].Text;
        return Page();
    }

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) =>
        DoAsync(ChatCommands.Take, () => Command() with { Over = Over }, cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        DoAsync(ChatCommands.Return, Command, cancellationToken);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken)
    {
        var text = (Text ?? "").Trim();
        return DoAsync(
            ChatCommands.Answer, () => Command() with { Text = text.Length > Longest ? text[..Longest] : text }, cancellationToken);
    }

    /// <summary>Whether a line came after the page from which a form was sent that was refused.</summary>
    public bool IsNew(ChatLine line) => Trouble is not null && After > 0 && line.Id > After;

    public string ClassOf(ChatLine line) => string.Join(' ', new[]
    {
        line.Message.Side == ChatSide.Shopper ? "theirs" : "ours", line.Message.Side == ChatSide.Bot ? "bot" : null,
        IsNew(line) ? "new" : null,
    }.OfType<string>());

    public string WhoOf(ChatMessage message) => message.Side switch
    {
        ChatSide.Shopper => ShopperName,
        ChatSide.Bot => T["chat.bot"],
        ChatSide.Person => message.Who ?? T["chat.person"],
        _ => T["chat.inbox"],
    };

    /// <summary>Why it did not arrive, as far as a person can do something about it.</summary>
    public string RefusalOf(ChatLine line) =>
        T[line.Refused!.StartsWith("WindowClosed", StringComparison.Ordinal) ? "chat.undelivered.window" : "chat.undelivered.failed"];

    private async Task<IActionResult> DoAsync(string what, Func<ChatCommand> command, CancellationToken cancellationToken)
    {
        if (await StartAsync(cancellationToken) is { } stop)
            return stop;
        var answer = await AskAsync(what, command(), cancellationToken);
        if (answer is not { Done: false })
        {
            if (answer is null or { Code: not "answered" })
                Say(Sentence(answer));
            return Redirect(Path);
        }

        await LoadAsync(cancellationToken);
        Show();
        Trouble = Sentence(answer);
        Seen = Chat.Revision;
        return Page();
    }

    private void Show() => CannedAnswers = canned.For(Chat, PersonName);
}
