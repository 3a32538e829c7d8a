namespace CommerceBot.Desk.Health;

/// <summary>What shoppers wrote and the shop did not understand.</summary>
internal interface IUnclearQueries
{
    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<UnclearText>> LastAsync(int take, CancellationToken cancellationToken);

    /// <summary>Null when it is not there, or not any more.</summary>
    Task<UnclearText?> FindAsync(long id, CancellationToken cancellationToken);
}

/// <param name="Language">Two letters.</param>
/// <param name="Guess">The likeliest intent, by its name.</param>
internal sealed record UnclearText(long Id, DateTimeOffset At, string Text, string Language, string Guess);
