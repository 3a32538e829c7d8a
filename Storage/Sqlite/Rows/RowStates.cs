namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>The column <c>handled</c> of <c>inbox</c>. The numbers are stored: none may change.</summary>
internal enum InboxState
{
    Waiting = 0,
    Done = 1,
    Dead = 2,
}

/// <summary>The column <c>state</c> of <c>outbox</c>. The numbers are stored: none may change.</summary>
internal enum OutboxState
{
    Waiting = 0,
    Done = 1,
    Dead = 2,

    /// <summary>An answer that its own caller reads: never sent.</summary>
    Response = 3,

    /// <summary>Dead, and to be tried once more.</summary>
    Again = 4,
}
