using System.Globalization;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Xunit;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>
/// Every order of the facts that can come, not a sample of them: each scene is visited until no new state appears, and in
/// every state each charge has one paid order or one full refund, the goods add up, and nobody is left without a word.
/// </summary>
public sealed class PaymentDecisionExplorationTests(ITestOutputHelper output)
{
    public static TheoryData<string> SceneNames { get; } = [.. Scenes.All.Select(scene => scene.Name)];

    public static TheoryData<string> Broken { get; } = [.. BrokenDecisions.All.Keys];

    [Theory]
    [MemberData(nameof(SceneNames))]
    public void Money_goods_and_words_are_right_in_every_state(string name)
    {
        var states = Explorer.Explore(Scenes.All.Single(scene => scene.Name == name), new Judge(PaymentDecision.Of));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{states} states: {name}"));
        Assert.True(states > 500, $"{name} has {states} states: it is hardly visited at all.");
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_decision_with_one_guard_broken_is_found(string guard)
    {
        var (where, decide) = BrokenDecisions.All[guard];
        var found = Assert.Throws<BrokenInvariantException>(() => Explorer.Explore(where, new Judge(decide)));
        output.WriteLine(found.Message);
    }

    /// <summary>A line of the order's table that no money ever takes is one that nothing fires, or a scene that is not played.</summary>
    [Fact]
    public void Every_state_that_money_leads_to_is_reached_as_the_table_says()
    {
        var judge = new Judge(PaymentDecision.Of);
        foreach (var scene in new[] { Scenes.Paying, Scenes.SlowBank, Scenes.OtherHands })
            Explorer.Explore(scene, judge);
        var lines = OrderTransitions.Table.SelectMany(block => block.Transitions.Select(line => (block.From, line.To, line.Trigger)))
            .Where(line => line.From != line.To && PaymentDecision.Fires.Contains(line.Trigger)).Select(line =>
                (line.From, line.To)).Distinct();
        var taken = judge.Taken.Where(step => step.From != step.To).Select(step => (step.From, step.To)).ToHashSet();
        Assert.Empty(lines.Except(taken));
        Assert.Empty(taken.Except(lines));
    }
}
