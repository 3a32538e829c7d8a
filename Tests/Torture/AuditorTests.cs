using CommerceBot.Tests.Torture.Audit;
using Xunit;

namespace CommerceBot.Tests.Torture;

public sealed class AuditorTests
{
    [Fact]
    public void Every_kind_is_told_once() => Assert.Equal(Kinds.All.Count, Kinds.All.DistinctBy(kind => kind.Kind).Count());
}
