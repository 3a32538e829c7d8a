using System.Globalization;
using CommerceBot.Chats;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Chats: those that wait first, then the reader's own, others', and what only the bot has.</summary>
internal sealed class ChatsModel(IChatQueries queries, DeskCommands commands) : DeskPage
{
    public override string Section => "chats";

    public ChatLists Lists { get; private set; } = new([], [], [], [], []);

    /// <summary>Of a conversation that has no chat yet.</summary>
    [BindProperty]
    public string? Lane { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Heading = T["chats"];
        Lists = await queries.ListAsync(UserId, cancellationToken);
    }

    /// <summary>Takes a conversation that only the bot had, or opens its chat.</summary>
    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken)
    {
        if (!User.Is(DeskRole.Staff))
            return StatusCode(StatusCodes.Status403Forbidden);
        var lane = new LaneId(Lane ?? "");
        if (await queries.IdOfAsync(lane, cancellationToken) is null)
        {
            if (!await queries.IsKnownAsync(lane, cancellationToken))
                return NotFound();
            var take = new ChatCommand(UserId, PersonName, 0);
            await commands.SendAsync(lane, ChatCommands.Take, take, CommerceBot.Desk.Orders.Ticket.Of(Ticket), cancellationToken);
        }

        if (await queries.IdOfAsync(lane, cancellationToken) is { } id)
            return Redirect(string.Create(CultureInfo.InvariantCulture, $"/desk/chats/{id}"));
        Say(T["answer.later"]);
        return Redirect("/desk/chats");
    }

    public string NameOf(string? name) => string.IsNullOrWhiteSpace(name) ? T["chat.nobody"] : name;

    /// <summary>How long ago, in the largest unit that fits.</summary>
    public string Ago(DateTimeOffset at) => (Now - at) switch
    {
        { TotalMinutes: < 1 } => T["ago.now"],
        { TotalHours: < 1 } span => T.Get("ago.minutes", ("count", (int)span.TotalMinutes)),
        { TotalDays: < 1 } span => T.Get("ago.hours", ("count", (int)span.TotalHours)),
        var span => T.Get("ago.days", ("count", (int)span.TotalDays)),
    };
}
