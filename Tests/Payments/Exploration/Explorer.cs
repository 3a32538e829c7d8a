using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>Visits every world of a scene, until no new one appears, and holds each against the rules.</summary>
internal static class Explorer
{
    /// <summary>A scene that has more is drawn too wide for a test.</summary>
    private const int Most = 400_000;

    /// <returns>How many worlds there are.</returns>
    /// <exception cref="BrokenInvariantException">A rule does not hold; the message tells the way there.</exception>
    public static int Explore(Scene scene, Judge judge)
    {
        var first = scene.Begin();
        var seen = new Dictionary<string, (string? From, string Act)> { [first.Key()] = (null, "begin") };
        var ahead = new Queue<(PaymentScenario State, string Key)>([(first, first.Key())]);
        var settling = new Settling(judge);
        while (ahead.TryDequeue(out var now))
        {
            try
            {
                Rules.AtAnyTime(now.State);
                settling.Check(now.State);
                foreach (var (act, after) in scene.Next(now.State, judge))
                {
                    var key = after.Key();
                    if (!seen.TryAdd(key, (now.Key, act)))
                        continue;
                    if (seen.Count > Most)
                        throw new InvalidOperationException($"{scene.Name} has more than {Most} states.");
                    ahead.Enqueue((after, key));
                }
            }
            catch (Exception broken) when (broken is BrokenInvariantException or InvalidOperationException)
            {
                throw new BrokenInvariantException($"{broken.Message}\nThe way there: {Way(seen, now.Key)}\n{now.Key}");
            }
        }

        return seen.Count;
    }

    private static string Way(Dictionary<string, (string? From, string Act)> seen, string key)
    {
        var acts = new Stack<string>();
        for (string? at = key; at is not null; at = seen[at].From)
            acts.Push(seen[at].Act);
        return string.Join("; ", acts);
    }
}
