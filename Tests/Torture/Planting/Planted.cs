using CommerceBot.Orders;
using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.Torture.Run;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Planting;

/// <summary>Audits, and on request makes a difference first, to see that it is found and that nothing else is.</summary>
internal sealed class Planted(TwoProcesses environment, StripeControl stripe, TextWriter output)
{
    private readonly HashSet<OrderId> _used = [];

    /// <param name="kinds">What to plant, one after the other; none, to audit only. <c>all</c> is one of each.</param>
    /// <returns>All differences at the end.</returns>
    public async Task<IReadOnlyList<Difference>> AuditAsync(IReadOnlyList<string> kinds, Func<Task<Evidence>> read)
    {
        var seen = await read();
        var found = Auditor.Audit(seen);
        if (kinds.Count == 0)
            return found;
        // What is planted at Stripe has events, and there is no bot any more to take them.
        var undelivered = seen.Stripe.Undelivered;
        Func<Evidence, Evidence> retold = evidence => evidence with { Stripe = evidence.Stripe with { Undelivered = undelivered } };
        foreach (var kind in kinds.Contains("all") ? Kinds.All.Select(kind => kind.Kind) : kinds)
        {
            retold = Both(retold, await PlantAsync(kind, seen));
            seen = retold(await read());
            var now = Auditor.Audit(seen);
            Judge(kind, [.. now.Except(found)]);
            found = now;
        }

        return found;
    }

    private async Task<Func<Evidence, Evidence>> PlantAsync(string kind, Evidence seen)
    {
        using var files = new ShopFiles(environment.Folder);
        using var forger = new Forger(environment);
        var plants = new Plants(environment, stripe, files, forger, seen, _used);
        await plants.PlantAsync(kind);
        return plants.Retold;
    }

    private void Judge(string kind, IReadOnlyList<Difference> grown)
    {
        var word =
            grown.Count == 0 ? "NOT FOUND"
            : grown.All(difference => difference.Kind == kind) ? "found, and nothing else"
            : "FOUND WITH OTHERS";
        output.WriteLine($"PLANTED {kind}: {word}: {string.Join("; ", grown)}");
    }

    private static Func<Evidence, Evidence> Both(Func<Evidence, Evidence> first, Func<Evidence, Evidence> then) =>
        evidence => then(first(evidence));
}
