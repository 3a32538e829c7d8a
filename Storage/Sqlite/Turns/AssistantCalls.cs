using System.Globalization;
using System.Text.Json;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>
/// What a turn asks of a language model: one outbox row, a timer, and one more in the day's count, all with the turn's
/// commit. The count is a line of the database's own table, so that no restart forgets it.
/// </summary>
internal sealed class AssistantCalls(TurnBuffer buffer, ITurnTimers timers, int dailyBudget) : IAssistantCalls
{
    private const string Counter = "assistant-calls";
    private const string Timer = "assistant";

    public async Task<string?> AskAsync(AssistantQuestion question, CancellationToken cancellationToken)
    {
        var day = buffer.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (CallsOn(day, await buffer.SnapshotAsync(cancellationToken)) >= dailyBudget)
            return null;
        var id = buffer.NewId();
        var request = JsonSerializer.SerializeToUtf8Bytes(question, AssistantJson.Default.AssistantQuestion);
        // In a queue of its own: it would come too late behind another call of the conversation that takes its time.
        buffer.Send(id, AssistantEvents.CallKind, "intent", request, order: id);
        timers.Set(Timer, buffer.Now + AssistantOptions.Patience, new Activity
        {
            Type = ActivityTypes.Event,
            Name = AssistantEvents.Overdue,
            Value = AssistantEvents.Write(new AssistantReply(id)),
        });
        // Another conversation may have taken the last call meanwhile: then this turn runs again, and finds none left.
        buffer.Add(session =>
        {
            var calls = CallsOn(day, session);
            if (calls < dailyBudget)
                Database.WriteMeta(session, Counter, string.Create(CultureInfo.InvariantCulture, $"{day} {calls + 1}"));
            return calls < dailyBudget;
        });
        return id;
    }

    public void Forget() => timers.Cancel(Timer);

    private static int CallsOn(string day, Session session) =>
        Database.ReadMeta(session, Counter)?.Split(' ') is [var counted, var calls] && counted == day
            ? int.Parse(calls, CultureInfo.InvariantCulture)
            : 0;
}
