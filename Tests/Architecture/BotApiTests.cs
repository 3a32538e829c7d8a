using System.Reflection;
using CommerceBot.Tests.BotFramework.Listing;
using CommerceBot.Tests.Architecture.BotApi;
using CommerceBot.Tests.Architecture.Reading;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>The shop's bot would compile against Microsoft's packages.</summary>
public sealed class BotApiTests
{
    private static readonly Assembly Shop = typeof(Program).Assembly;

    private static IReadOnlySet<string> Ours =>
        OurAdditions.In(File.ReadAllText(Path.Combine(Repository.Root, "BotFramework", "ADDITIONS.md")));

    private static IEnumerable<Type> Bot => BotApiRules.TypesOf(Shop, BotApiRules.BotModules);

    [Fact]
    public void The_bots_modules_use_no_addition_of_ours() => Findings.None(BotApiRules.Additions(Bot, Ours));

    [Fact]
    public void The_bots_modules_use_no_internals_of_the_framework()
    {
        Findings.None(BotApiRules.Internals(Bot));
        Findings.None(
            BotApiRules.Friends(
                ["Microsoft.Bot.Builder", "Microsoft.Bot.Builder.Dialogs", "Microsoft.Bot.Builder.Adapters.Facebook"],
                "CommerceBot"));
    }

    [Fact]
    public void The_bots_modules_do_use_the_framework() =>
        Assert.Contains(UsedMembers.Of(Bot), used => UsedMembers.NameOf(used.Member) == "Microsoft.Bot.Builder.ActivityHandler");

    [Fact]
    public void An_addition_in_a_signature_a_body_or_a_lambda_is_seen()
    {
        Assert.NotEmpty(BotApiRules.Additions([typeof(KeepsARecorder)], Ours));
        Assert.NotEmpty(BotApiRules.Additions([typeof(ReadsTheWire)], Ours));
        Assert.NotEmpty(
            BotApiRules.Additions(
                BotApiRules
                    .TypesOf(typeof(WaitsForAConflict).Assembly, [typeof(WaitsForAConflict).Namespace!])
                    .Where(type => type.FullName!.Contains(nameof(WaitsForAConflict), StringComparison.Ordinal)),
                Ours));
        Assert.Empty(BotApiRules.Additions([typeof(SaysHello)], Ours));
    }

    [Fact]
    public void An_internal_of_the_framework_is_seen() => Assert.NotEmpty(BotApiRules.Internals([typeof(PeeksInside)]));

    [Fact]
    public void A_friend_of_the_framework_is_seen() => Assert.NotEmpty(BotApiRules.Friends(["Microsoft.Bot.Builder"], "Tests"));

    [Fact]
    public void What_is_ours_is_told_from_what_is_Microsofts_by_the_words_above_the_list() =>
        Assert.Equal(
            ["A.One", "D.Four"],
            OurAdditions
                .In(
                    "## Ours\n- `A.One` - why\n## Microsoft's, not listed\n- `B.Two` - why\n## Dialogs\nMicrosoft's:\n- `C.Three` - why\n"
                    + "Ours:\n- `D.Four` - why"
                )
                .Order());

    private sealed class KeepsARecorder
    {
        public IOutgoingRecorder? Recorder { get; set; }
    }

    private sealed class ReadsTheWire
    {
        public override string ToString() => SchemaJson.ReadActivity("{}"u8.ToArray())?.Text ?? "";
    }

    private sealed class WaitsForAConflict
    {
        public Func<Exception, bool> Met { get; } = problem => problem is StateConflictException;
    }

    private sealed class SaysHello
    {
        public Activity Hello { get; } = MessageFactory.Text("Hello");
    }

    private sealed class PeeksInside
    {
        public override string ToString() => typeof(NamePool).Name;
    }
}
