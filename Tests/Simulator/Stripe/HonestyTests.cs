using CommerceBot.Simulator.Stripe.Api;
using CommerceBot.Simulator.Stripe.Forms;
using CommerceBot.Tests.BotFramework.Listing;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

/// <summary>What Stripe knows and the simulator does not play is written down where a developer looks.</summary>
public sealed class HonestyTests
{
    [Fact]
    public void Every_parameter_that_is_not_simulated_is_named_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "Simulator", "Stripe", "README.md"));
        var missing = Operations.All.SelectMany(operation => NotPlayed(operation.Parameters)).Distinct()
            .Where(name => !readme.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void What_is_not_simulated_is_found_however_deep_it_stands()
    {
        var rule = Rules.Group(Rules.Maybe("a", Rules.ListOf(Rules.Group(Rules.Maybe("deep", Rules.NotSimulated("."))), 1)),
            Rules.Maybe("b", Rules.Flag));
        Assert.Equal(["deep"], NotPlayed(rule));
        Assert.Equal(["c"], NotPlayed(Rules.Group(Rules.Maybe("c", Rules.Group(Rules.Must("enabled", Rules.OffOnly(".")))))));
    }

    private static IEnumerable<string> NotPlayed(GroupRule group) => group.Fields.SelectMany(field => NotPlayed(field.Name, field.Rule));

    /// <summary>A group that is only switched off is told by its own name, and so is a word that is not played by its parameter.</summary>
    private static IEnumerable<string> NotPlayed(string name, Rule rule) => rule switch
    {
        NotSimulatedRule or OffRule or WordRule { Known.Length: > 0 } => [name],
        GroupRule group => group.Fields.SelectMany(field => NotPlayed(field.Name == "enabled" ? name : field.Name, field.Rule)),
        ListRule list => NotPlayed(name, list.Item),
        EitherRule either => NotPlayed(name, either.Plain).Concat(NotPlayed(name, either.Tree)),
        _ => [],
    };
}
