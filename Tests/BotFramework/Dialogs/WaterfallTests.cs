using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public class WaterfallTests
{
    [Fact]
    public async Task A_waterfall_asks_step_by_step_and_ends_with_the_last_result()
    {
        var talk = new Talk(() => Component(
            (step, ct) => step.PromptAsync("text", Talk.Ask("What is your name?"), ct),
            (step, ct) =>
            {
                step.Values["name"] = step.Result;
                return step.PromptAsync("text", Talk.Ask($"And your town, {step.Result}?"), ct);
            },
            (step, ct) => step.EndDialogAsync($"{step.Values["name"]} of {step.Result}", ct)));

        await talk.Start()
            .Test("hi", "What is your name?")
            .Test("Ada", "And your town, Ada?")
            .Send("Turin")
            .StartTestAsync();

        Assert.Equal(["Ada of Turin"], talk.Endings);
    }

    [Fact]
    public async Task A_step_may_go_to_the_next_one_in_the_same_turn()
    {
        var talk = new Talk(() => Component(
            (step, ct) => step.NextAsync("known", ct),
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"{step.Result}, {step.Reason}, step {step.Index}", cancellationToken: ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            }));

        await talk.Start().Test("hi", "known, NextCalled, step 1").StartTestAsync();
    }

    [Fact]
    public async Task A_step_may_not_go_on_twice()
    {
        var talk = new Talk(() => Component(
            async (step, ct) =>
            {
                await step.NextAsync(null, ct);
                return await step.NextAsync(null, ct);
            },
            (_, _) => Task.FromResult(Dialog.EndOfTurn)));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => talk.Start().Send("hi").StartTestAsync());
        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_on_after_the_last_step_ends_the_waterfall_with_that_result()
    {
        var talk = new Talk(() => Component((step, ct) => step.NextAsync("done", ct)));

        await talk.Start().Send("hi").StartTestAsync();

        Assert.Equal(["done"], talk.Endings);
    }

    [Fact]
    public async Task A_waterfall_waits_through_activities_that_are_no_messages()
    {
        var talk = new Talk(() => Component(
            (step, ct) => Said(step, "first", ct),
            (step, ct) => Said(step, $"second after {step.Result}", ct)));

        await talk.Start()
            .Test("hi", "first")
            .Send(Talk.Event("payment")).AssertNoReply(timeout: 20)
            .Test("go", "second after go")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_prompt_waits_through_activities_that_are_no_messages()
    {
        var talk = new Talk(() => Component(
            (step, ct) => step.PromptAsync("text", Talk.Ask("Name?"), ct),
            (step, ct) => Said(step, $"Hello {step.Result}", ct)));

        await talk.Start()
            .Test("hi", "Name?")
            .Send(Talk.Event("payment")).AssertNoReply(timeout: 20)
            .Test("Ada", "Hello Ada")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_replaced_waterfall_gives_its_place_and_its_parent_to_the_new_one()
    {
        var talk = new Talk(() => Component(
            (step, ct) => step.PromptAsync("text", Talk.Ask(step.Options is null ? "Name?" : "Again: name?"), ct),
            (step, ct) => (string)step.Result == "no"
                ? step.ReplaceDialogAsync(step.ActiveDialog.Id, "again", ct)
                : step.EndDialogAsync(step.Result, ct)));

        await talk.Start()
            .Test("hi", "Name?")
            .Test("no", "Again: name?")
            .Test("no", "Again: name?")
            .Send("Ada")
            .StartTestAsync();

        Assert.Equal(["Ada"], talk.Endings);
    }

    [Fact]
    public async Task Cancelling_takes_every_dialog_off()
    {
        var talk = new Talk(() => Component(
            (step, ct) => step.PromptAsync("text", Talk.Ask("Name?"), ct),
            (step, ct) => step.EndDialogAsync(step.Result, ct)))
        {
            First = async (dc, ct) =>
            {
                if (dc.Context.Activity.Text != "cancel")
                    return false;
                var result = await dc.CancelAllDialogsAsync(ct);
                await dc.Context.SendActivityAsync($"{result.Status}, {dc.Stack.Count} left", cancellationToken: ct);
                return true;
            },
        };

        await talk.Start()
            .Test("hi", "Name?")
            .Test("cancel", "Cancelled, 0 left")
            .Test("cancel", "Empty, 0 left")
            .Test("hi", "Name?")
            .StartTestAsync();
        Assert.Empty(talk.Endings);
    }

    [Fact]
    public async Task Asking_again_repeats_the_open_question()
    {
        var talk = new Talk(() => Component(
            (step, ct) => step.PromptAsync("text", Talk.Ask("Name?", "Your name, please?"), ct),
            (step, ct) => step.EndDialogAsync(step.Result, ct)))
        {
            First = async (dc, ct) =>
            {
                if (dc.Context.Activity.Text != "help")
                    return false;
                await dc.Context.SendActivityAsync("I sell shoes.", cancellationToken: ct);
                await dc.RepromptDialogAsync(ct);
                return true;
            },
        };

        await talk.Start()
            .Test("hi", "Name?")
            .Send("help").AssertReply("I sell shoes.").AssertReply("Name?")
            .Send("Ada")
            .StartTestAsync();
        Assert.Equal(["Ada"], talk.Endings);
    }

    [Fact]
    public async Task A_dialog_pushed_above_a_prompt_leaves_the_prompt_to_ask_again()
    {
        var talk = new Talk(() => Component(
            (step, ct) => step.PromptAsync("text", Talk.Ask("Name?"), ct),
            (step, ct) => step.EndDialogAsync(step.Result, ct)).AddDialog(new WaterfallDialog("aside", [
                (step, ct) => Said(step, "An aside. Go on?", ct),
                (step, ct) => step.EndDialogAsync("ignored", ct)])))
        {
            First = async (dc, ct) =>
            {
                if (dc.Context.Activity.Text != "aside")
                    return false;
                await dc.Child.BeginDialogAsync("aside", null, ct);
                return true;
            },
        };

        await talk.Start()
            .Test("hi", "Name?")
            .Test("aside", "An aside. Go on?")
            .Test("yes", "Name?")
            .Send("Ada")
            .StartTestAsync();
        Assert.Equal(["Ada"], talk.Endings);
    }

    [Fact]
    public async Task Values_and_options_keep_their_types_from_process_to_process()
    {
        var talk = new Talk(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("outer", [
                (step, ct) => step.BeginDialogAsync("inner", new Dictionary<string, object> { ["sku"] = "A1", ["count"] = 3L, ["price"] = 9.5, ["gift"] = true }, ct),
                (step, ct) => step.EndDialogAsync(step.Result, ct)]))
            .AddDialog(new WaterfallDialog("inner", [
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
                }])));

        await talk.Start().Test("hi", "Ready?").Send("yes").StartTestAsync();

        Assert.Equal(["Ada 7 A1"], talk.Endings);
    }

    [Fact]
    public async Task A_turn_that_is_run_again_names_its_dialogs_the_same()
    {
        var replies = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            var again = new Talk(() => Component((step, ct) => Said(step, InstanceId(step), ct)));
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
        var talk = new Talk(() => Component((step, ct) => step.BeginDialogAsync("text", (object)ct, ct)));

        await Assert.ThrowsAsync<ArgumentException>(() => talk.Start().Send("hi").StartTestAsync());
    }

    [Fact]
    public async Task A_telemetry_client_hears_of_each_step()
    {
        var heard = new Heard();
        var storage = new MemoryStorage();
        await new TestFlow(new TestAdapter("test"), async (turn, ct) =>
        {
            var state = new ConversationState(storage);
            var root = Component(AskName, (step, token) => step.EndDialogAsync(step.Result, token));
            root.TelemetryClient = heard;
            await root.RunAsync(turn, state.CreateProperty<DialogState>("DialogState"), ct);
            await state.SaveChangesAsync(turn, false, ct);
        }).Send("hi").Send("Ada").StartTestAsync();

        Assert.Equal(["WaterfallStart steps", "WaterfallStep steps AskName", "WaterfallStep steps Step2of2", "WaterfallComplete steps"], heard.Events);
    }

    private static Task<DialogTurnResult> AskName(WaterfallStepContext step, CancellationToken ct) => step.PromptAsync("text", Talk.Ask("Name?"), ct);

    private static ComponentDialog Component(params WaterfallStep[] steps) => new ComponentDialog("root")
        .AddDialog(new WaterfallDialog("steps", steps))
        .AddDialog(new TextPrompt("text"));

    private static async Task<DialogTurnResult> Said(WaterfallStepContext step, string text, CancellationToken cancellationToken)
    {
        await step.Context.SendActivityAsync(text, cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    }

    private sealed class Heard : NullBotTelemetryClient, IBotTelemetryClient
    {
        public List<string> Events { get; } = [];

        void IBotTelemetryClient.TrackEvent(string eventName, IDictionary<string, string>? properties, IDictionary<string, double>? metrics) =>
            Events.Add(string.Join(' ', [eventName, properties!["DialogId"], .. properties.TryGetValue("StepName", out var step) ? [step] : Array.Empty<string>()]));
    }
}
