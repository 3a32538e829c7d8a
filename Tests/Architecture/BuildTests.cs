using System.Text.Json;
using CommerceBot.Tests.BotFramework.Listing;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>What was built, as it lies on the disk.</summary>
public sealed class BuildTests
{
    [Fact]
    public void The_bot_assembly_is_called_CommerceBot() =>
        Assert.Equal("CommerceBot", typeof(Program).Assembly.GetName().Name);

    /// <summary>Why these: docs/decisions/0019-runtime-settings.md.</summary>
    [Theory]
    [InlineData("CommerceBot")]
    [InlineData("Torture")]
    public void Shop_and_torture_run_with_the_settings_that_were_measured(string program)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var file = Path.Combine(Repository.Root, "artifacts", "bin", program, build, $"{program}.runtimeconfig.json");
        Assert.True(File.Exists(file), $"{file} is not there: build the solution first.");
        var properties = JsonElement.Parse(File.ReadAllText(file)).GetProperty("runtimeOptions").GetProperty("configProperties");
        Assert.Equal(5, properties.GetProperty("System.Runtime.TieredCompilation.CallCountingDelayMs").GetInt32());
        Assert.False(properties.TryGetProperty("System.GC.Concurrent", out _), "The collector is the usual one.");
    }
}
