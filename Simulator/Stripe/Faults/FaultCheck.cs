namespace CommerceBot.Simulator.Stripe.Faults;

/// <summary>What a plan of faults may hold.</summary>
internal static class FaultCheck
{
    private const int LongestWait = 10 * 60 * 1000;
    private const int MostNext = 1000;

    /// <exception cref="StripeRefusal">A share is not from 0 to 1, shares that exclude each other make more than 1, or
    /// a wait is too long.</exception>
    public static void Check(FaultPlan plan)
    {
        var (webhooks, api, refunds) = (plan.Webhooks, plan.Api, plan.Refunds);
        Shares("webhooks", [webhooks.Duplicate], [webhooks.Delay], [webhooks.Reorder], [webhooks.Lose]);
        Shares("api", [api.Conflict, api.TooMany, api.Error, api.Timeout, api.LoseAnswer]);
        Shares("refunds", [refunds.Pending, refunds.Fail, refunds.RequiresAction]);
        Wait("webhooks.delayMilliseconds", webhooks.DelayMilliseconds);
        Wait("api.timeoutMilliseconds", api.TimeoutMilliseconds);
        if (plan.Next.Count > MostNext || plan.Next.Any(next => next.Times < 1 || next.Fault == ApiFault.None))
            throw StripeRefusal.Invalid($"next holds at most {MostNext} faults, each a fault of the API for at least one time.", "next");
        if (plan.Next.Any(next => next.Done && next.Fault != ApiFault.Error))
            throw StripeRefusal.Invalid("done belongs to the fault error: the others say themselves whether the work is done.", "next");
    }

    /// <summary>Each group excludes each other: one throw of the dice decides among them.</summary>
    private static void Shares(string where, params double[][] groups)
    {
        foreach (var group in groups)
        {
            if (group.Any(share => share is not (>= 0 and <= 1)) || group.Sum() > 1 + 1e-9)
                throw StripeRefusal.Invalid($"Shares are from 0 to 1; those of {where} that exclude each other make at most 1.", where);
        }
    }

    private static void Wait(string param, int milliseconds)
    {
        if (milliseconds is < 0 or > LongestWait) throw StripeRefusal.Invalid($"{param} is from 0 to {LongestWait}.", param);
    }
}
