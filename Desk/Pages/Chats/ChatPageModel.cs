using System.Globalization;
using CommerceBot.Chats;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Orders;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>A page about one chat, and what is asked of it.</summary>
internal abstract class ChatPageModel(IChatQueries queries, DeskCommands commands) : DeskPage
{
    public override string Section => "chats";

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The chat's revision as the form's page showed it.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public ChatDetails Details { get; private set; } = null!;

    public Chat Chat => Details.Row.Chat;

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/desk/chats/{Details.Row.Id}");

    public string ShopperName => string.IsNullOrWhiteSpace(Chat.Name) ? T["chat.nobody"] : Chat.Name;

    public bool IsMine => Chat.State == ChatState.Person && Chat.PersonId == UserId;

    public bool IsAnothers => Chat.State == ChatState.Person && Chat.PersonId != UserId;

    /// <summary>Of a chat that only the bot has nobody writes down when the shopper wrote last: its turn will say.</summary>
    public ChatWindow Window => Chat.IsOpen ? ChatWindow.Of(Chat, Now) : default;

    /// <returns>What to answer when it is not there; null when it is.</returns>
    protected async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (!long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await queries.FindAsync(id, cancellationToken) is not { } found)
            return NotFound();
        Details = found;
        Heading = ShopperName;
        return null;
    }

    /// <summary>Who may read a chat may not always answer it.</summary>
    protected async Task<IActionResult?> StartAsync(CancellationToken cancellationToken) =>
        User.Is(DeskRole.Staff) ? await LoadAsync(cancellationToken) : StatusCode(StatusCodes.Status403Forbidden);

    protected Task<ChatCommandAnswer?> AskAsync(string what, ChatCommand command, CancellationToken cancellationToken) =>
        commands.SendAsync(Chat.Lane, what, command, CommerceBot.Desk.Orders.Ticket.Of(Ticket), cancellationToken);

    protected ChatCommand Command() => new(UserId, PersonName, Seen);

    /// <summary>An answer in the reader's words.</summary>
    protected string Sentence(ChatCommandAnswer? answer) => answer is null
        ? T["answer.later"]
        : T.Find($"chat.answer.{answer.Code}", ("who", answer.Who ?? T["chat.inbox"])) ?? T["chat.answer.failed"];
}
