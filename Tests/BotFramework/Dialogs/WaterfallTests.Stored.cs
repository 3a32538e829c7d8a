using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public partial class WaterfallTests
{
    [Fact]
    public async Task Values_and_options_keep_their_types_from_process_to_process()
    {
        var conversation = new TestConversation(() =>
            new ComponentDialog("root")
                .AddDialog(
                    new WaterfallDialog(
                        "outer",
                        [
                            (step, ct) =>
                                step.BeginDialogAsync(
                                    "inner", new Dictionary<string, object>
                                    {
                                        ["sku"] = "A1",
                                        ["count"] = 3L,
                                        ["price"] = 9.5,
                                        ["gift"] = true,
                                    },
                                    ct),
                            (step, ct) => step.EndDialogAsync(step.Result, ct),
                        ]))
                .AddDialog(
                    new WaterfallDialog(
                        "inner",
                        [
                            (step, ct) =>
                            {
                                step.Values["name"] = "Ada";
                                step.Values["count"] = 7L;
                                step.Values["whole"] = 2.0;
                                step.Values["sizes"] = new List<object> { 38L, "M" };
                                step.Values["when"] = new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);
                                step.Values["nothing"] = null!;
                                return Said(step, "Ready?", ct);
                            },
                            (step, ct) =>
                            {
                                var name = (string)step.Values["name"];
                                var count = (long)step.Values["count"];
                                var whole = (double)step.Values["whole"];
                                var sizes = (List<object>)step.Values["sizes"];
                                var when = (DateTimeOffset)step.Values["when"];
                                var options = (IDictionary<string, object>)step.Options;
                                Assert.Null(step.Values["nothing"]);
                                Assert.Equal(2.0, whole);
                                Assert.Equal(5, when.Hour);
                                Assert.Equal([38L, "M"], sizes);
                                Assert.Equal((3L, 9.5, true), ((long)options["count"], (double)options["price"], (bool)options["gift"]));
                                return step.EndDialogAsync($"{name} {count} {options["sku"]}", ct);
                            },
                        ])));

        await conversation.Start().Test("hi", "Ready?").Send("yes").StartTestAsync();

        Assert.Equal(["Ada 7 A1"], conversation.Endings);
    }

    [Fact]
    public async Task A_turn_that_is_run_again_names_its_dialogs_the_same()
    {
        var replies = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            var again = new TestConversation(() => Component((step, ct) => Said(step, InstanceId(step), ct)));
            await again.Start()
                .Send(new Activity { Type = ActivityTypes.Message, Id = "mid.1", Text = "hi" })
                .AssertReply(reply => replies.Add(reply.AsMessageActivity()!.Text!))
                .StartTestAsync();
        }

        Assert.Equal(replies[0], replies[1]);
        Assert.StartsWith("mid.1", replies[0], StringComparison.Ordinal);

        static string InstanceId(WaterfallStepContext step) => (string)step.ActiveDialog.State["instanceId"];
    }

    [Fact]
    public async Task A_token_in_the_place_of_the_options_is_refused()
    {
        var conversation = new TestConversation(() => Component((step, ct) => step.BeginDialogAsync("text", (object)ct, ct)));

        await Assert.ThrowsAsync<ArgumentException>(() => conversation.Start().Send("hi").StartTestAsync());
    }

    [Fact]
    public async Task A_telemetry_client_hears_of_each_step()
    {
        var received = new Received();
        var storage = new MemoryStorage();
        await new TestFlow(new TestAdapter("test"), async (turn, ct) =>
        {
            var state = new ConversationState(storage);
            var root = Component(AskName, (step, token) => step.EndDialogAsync(step.Result, token));
            root.TelemetryClient = received;
            await root.RunAsync(turn, state.CreateProperty<DialogState>("DialogState"), ct);
            await state.SaveChangesAsync(turn, false, ct);
        }).Send("hi").Send("Ada").StartTestAsync();

        Assert.Equal(
            ["WaterfallStart steps", "WaterfallStep steps AskName", "WaterfallStep steps Step2of2", "WaterfallComplete steps"],
            received.Events);
    }
}
