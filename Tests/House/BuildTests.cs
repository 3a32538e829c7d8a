using Xunit;

namespace CommerceBot.Tests.House;

public sealed class BuildTests
{
    [Fact]
    public void The_bot_assembly_is_called_CommerceBot() =>
        Assert.Equal("CommerceBot", typeof(Program).Assembly.GetName().Name);
}
