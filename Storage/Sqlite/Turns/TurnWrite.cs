using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite.Rows;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>Commits one turn: the row closed, every condition met, every change made, every call written, or nothing.</summary>
internal sealed class TurnWrite(RowContext context, TurnBuffer buffer, string? deadReason) : Write<CommitResult>
{
    private CommitResult _result = CommitResult.Committed;

    public override bool IsTurn => true;

    protected override CommitResult Result => _result;

    protected override bool Apply(Session session)
    {
        _result = CommitResult.Committed;
        if (!InboxStatements.Close(session, buffer.Row.Seq, deadReason, buffer.Now))
            return Fail(CommitResult.AlreadyHandled);
        foreach (var step in buffer.Steps)
        {
            if (!step(session))
                return Fail(CommitResult.Conflict);
        }

        foreach (var (row, ciphertext, state) in buffer.Outgoing)
            OutboxStatements.Insert(session, row, ciphertext, state);
        return true;
    }

    protected override void Committed()
    {
        if (_result != CommitResult.Committed)
            return;
        CrashPoints.Reach(CrashPoints.AfterCommit);
        foreach (var (row, _, state) in buffer.Outgoing)
        {
            if (state == OutboxState.Waiting)
                context.Sink?.ToSend(row, wasWaiting: false, DateTimeOffset.MinValue);
        }

        if (buffer.Outgoing.Count == 0)
            context.Sink?.NothingToSend(buffer.Row.Lane);
        if (buffer.Timer is { } due)
            context.Sink?.TimerSet(due);
    }

    private bool Fail(CommitResult result)
    {
        _result = result;
        return false;
    }
}
