namespace CommerceBot.Chats;

/// <summary>What became of a request about a chat.</summary>
internal abstract record ChatChange
{
    /// <param name="Was">Before.</param>
    internal sealed record Accepted(Chat Chat, Chat Was) : ChatChange;

    /// <summary>It was so before.</summary>
    internal sealed record AlreadySo(Chat Chat) : ChatChange;

    /// <param name="Reason">One word, such as <c>taken</c>.</param>
    internal sealed record Refused(Chat Chat, string Reason) : ChatChange;
}

/// <summary>Somebody of the desk.</summary>
internal sealed record ChatPerson(string Id, string Name);

/// <summary>What may become of a chat, and by whom.</summary>
internal static class ChatChanges
{
    /// <summary>Another person has it.</summary>
    public const string Taken = "taken";

    /// <summary>Somebody else acted since it was looked at.</summary>
    public const string Changed = "changed";

    /// <summary>The bot begins to wait for a person; where a person has it already, nothing changes.</summary>
    public static ChatChange Wait(this Chat chat, ChatReason reason, string asked, string? intent, DateTimeOffset now) =>
        chat.State == ChatState.Bot
            ? new ChatChange.Accepted(
                chat with { State = ChatState.Waiting, Since = now, Reason = reason, Asked = asked, Intent = intent }, chat)
            : new ChatChange.AlreadySo(chat);

    /// <param name="over">Whether it may be taken from somebody.</param>
    /// <param name="seen">The revision that was looked at.</param>
    public static ChatChange Take(this Chat chat, ChatPerson person, bool over, int seen, DateTimeOffset now) => chat switch
    {
        { State: ChatState.Person, PersonId: var has } when has == person.Id => new ChatChange.AlreadySo(chat),
        { State: ChatState.Person } when !over => new ChatChange.Refused(chat, Taken),
        { State: ChatState.Person } when seen != chat.Revision => new ChatChange.Refused(chat, Changed),
        _ => new ChatChange.Accepted(Given(chat, person, now), chat),
    };

    /// <summary>An answer to a chat that nobody has takes it; one that somebody else has is not answered beside them.</summary>
    public static ChatChange Answer(this Chat chat, ChatPerson person, int seen, DateTimeOffset now) => chat switch
    {
        { State: ChatState.Person, PersonId: var has } when has != person.Id => new ChatChange.Refused(chat, Taken),
        _ when seen != chat.Revision => new ChatChange.Refused(chat, Changed),
        { State: ChatState.Person } => new ChatChange.Accepted(chat with { Answered = now, Unanswered = false }, chat),
        _ => new ChatChange.Accepted(Given(chat, person, now) with { Answered = now, Unanswered = false }, chat),
    };

    /// <summary>Back to the bot. What somebody else has is theirs to give back.</summary>
    public static ChatChange Return(this Chat chat, ChatPerson person, DateTimeOffset now) => chat switch
    {
        { State: ChatState.Bot } => new ChatChange.AlreadySo(chat),
        { State: ChatState.Person, PersonId: var has } when has != person.Id => new ChatChange.Refused(chat, Taken),
        _ => new ChatChange.Accepted(chat.WithBot(now).By(person.Id), chat),
    };

    /// <summary>A person wrote in the channel's own inbox. Who has it at the desk keeps it, and their forms are old from now on.</summary>
    public static Chat AnswerElsewhere(this Chat chat, DateTimeOffset now) => chat.State == ChatState.Person
        ? chat.By(Chat.Elsewhere) with { Answered = now, Unanswered = false }
        : chat.By(Chat.Elsewhere) with
        {
            State = ChatState.Inbox, Since = chat.State == ChatState.Inbox ? chat.Since : now, Answered = now, Unanswered = false,
            PersonId = null, PersonName = null,
        };

    /// <summary>Nobody came back to it in time: to the queue if the shopper waits for an answer, else to the bot.</summary>
    public static Chat Lapse(this Chat chat, DateTimeOffset now) => chat.Unanswered && chat.State == ChatState.Person
        ? chat.WithBot(now) with { State = ChatState.Waiting, Since = chat.WroteAt ?? now }
        : chat.WithBot(now);

    private static Chat Given(Chat chat, ChatPerson person, DateTimeOffset now) => chat.By(person.Id) with
    {
        State = ChatState.Person, Since = now, PersonId = person.Id, PersonName = person.Name,
    };

    private static Chat WithBot(this Chat chat, DateTimeOffset now) =>
        chat with { State = ChatState.Bot, Since = now, PersonId = null, PersonName = null, ReturnsAt = null };

    private static Chat By(this Chat chat, string actor) =>
        chat.Actor == actor ? chat : chat with { Actor = actor, Revision = chat.Revision + 1 };
}
