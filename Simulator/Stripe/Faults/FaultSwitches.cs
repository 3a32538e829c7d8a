namespace CommerceBot.Simulator.Stripe.Faults;

/// <summary>
/// The switches of the faults: asked for every call, webhook and refund what is to happen to it. They are off after a
/// restart.
/// </summary>
internal sealed class FaultSwitches
{
    private readonly Lock guard = new();
    private FaultPlan plan = new();
    private List<NextFault> next = [];
    private Dictionary<string, long> struck = new(StringComparer.Ordinal);
    private long calls;
    private long webhooks;
    private long refunds;

    /// <summary>The plan as it was set, its <c>next</c> less what has struck already.</summary>
    public FaultPlan Plan
    {
        get
        {
            lock (guard) return plan with { Next = [.. next] };
        }
    }

    /// <summary>How often each fault has struck since the plan was set, by names such as <c>api.conflict</c>.</summary>
    public IReadOnlyDictionary<string, long> Struck
    {
        get
        {
            lock (guard) return new SortedDictionary<string, long>(struck, StringComparer.Ordinal);
        }
    }

    /// <summary>Sets all of it; the dice begin anew.</summary>
    public void Set(FaultPlan wanted)
    {
        lock (guard)
        {
            (plan, next, struck) = (wanted, [.. wanted.Next], new Dictionary<string, long>(StringComparer.Ordinal));
            (calls, webhooks, refunds) = (0, 0, 0);
        }
    }

    /// <param name="path">The path that was called, from <c>/v1/</c> on.</param>
    /// <param name="template">The same with <c>{id}</c> in the place of the id.</param>
    public NextFault ForCall(string method, string path, string template)
    {
        lock (guard)
        {
            var at = plan.Api;
            var thrown = new SeededRandom(plan.Seed).Throw("api", ++calls);
            var fault =
                TakeNext(method, path, template)
                ?? new NextFault(
                    null, null,
                    Pick(
                        thrown, (at.Conflict, ApiFault.Conflict), (at.TooMany, ApiFault.TooMany), (at.Error, ApiFault.Error),
                        (at.Timeout, ApiFault.Timeout), (at.LoseAnswer, ApiFault.LoseAnswer)));
            if (fault.Fault != ApiFault.None)
                Count("api." + Camel(fault.Fault));
            return fault;
        }
    }

    public WebhookFate ForWebhook()
    {
        lock (guard)
        {
            var (at, dice, nth) = (plan.Webhooks, new SeededRandom(plan.Seed), ++webhooks);
            if (Falls("lose", at.Lose)) return new WebhookFate { Lost = true };
            return new WebhookFate
            {
                Delay = Falls("delay", at.Delay) ? TimeSpan.FromMilliseconds(at.DelayMilliseconds) : TimeSpan.Zero,
                Held = Falls("reorder", at.Reorder),
                Duplicated = Falls("duplicate", at.Duplicate),
                DuplicateIsLate = dice.Throw("late", nth) < 0.5,
                LongestWait = TimeSpan.FromMilliseconds(at.DelayMilliseconds),
            };

            bool Falls(string what, double share)
            {
                var falls = dice.Throw(what, nth) < share;
                if (falls) Count("webhooks." + what);
                return falls;
            }
        }
    }

    public RefundFate ForRefund()
    {
        lock (guard)
        {
            var at = plan.Refunds;
            var fate = Pick(
                new SeededRandom(plan.Seed).Throw("refund", ++refunds),
                (at.Fail, RefundFate.Fail), (at.Pending, RefundFate.Pending), (at.RequiresAction, RefundFate.RequiresAction));
            if (fate != RefundFate.Usual) Count("refunds." + Camel(fate));
            return fate;
        }
    }

    private NextFault? TakeNext(string method, string path, string template)
    {
        var place = next.FindIndex(fault =>
            (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
            && (fault.Path is null || fault.Path == path || fault.Path == template));
        if (place < 0) return null;
        var found = next[place];
        if (found.Times > 1) next[place] = found with { Times = found.Times - 1 };
        else next.RemoveAt(place);
        return found;
    }

    private void Count(string fault) => struck[fault] = struck.GetValueOrDefault(fault) + 1;

    private static T Pick<T>(double thrown, params ReadOnlySpan<(double Share, T Fate)> fates)
        where T : struct
    {
        foreach (var (share, fate) in fates)
        {
            if (thrown < share) return fate;
            thrown -= share;
        }
        return default;
    }

    private static string Camel<T>(T word)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
