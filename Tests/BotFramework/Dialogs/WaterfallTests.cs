using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public partial class WaterfallTests
{
    [Fact]
    public async Task A_waterfall_asks_step_by_step_and_ends_with_the_last_result()
    {
        var conversation = new TestConversation(() => Component(
            (step, ct) => step.PromptAsync("text", TestConversation.Ask("What is your name?"), ct),
            (step, ct) =>
            {
                step.Values["name"] = step.Result;
                return step.PromptAsync("text", TestConversation.Ask($"And your town, {step.Result}?"), ct);
            },
            (step, ct) => step.EndDialogAsync($"{step.Values["name"]} of {step.Result}", ct)));

        await conversation.Start()
            .Test("hi", "What is your name?")
            .Test("Ada", "And your town, Ada?")
            .Send("Turin")
            .StartTestAsync();

        Assert.Equal(["Ada of Turin"], conversation.Endings);
    }

    [Fact]
    public async Task A_step_may_go_to_the_next_one_in_the_same_turn()
    {
        var conversation = new TestConversation(() => Component(
            (step, ct) => step.NextAsync("known", ct),
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"{step.Result}, {step.Reason}, step {step.Index}", cancellationToken: ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            }));

        await conversation.Start().Test("hi", "known, NextCalled, step 1").StartTestAsync();
    }

    [Fact]
    public async Task A_step_may_not_go_on_twice()
    {
        var conversation = new TestConversation(() => Component(
            async (step, ct) =>
            {
                await step.NextAsync(null, ct);
                return await step.NextAsync(null, ct);
            },
            (_, _) => Task.FromResult(Dialog.EndOfTurn)));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => conversation.Start().Send("hi").StartTestAsync());
        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_on_after_the_last_step_ends_the_waterfall_with_that_result()
    {
        var conversation = new TestConversation(() => Component((step, ct) => step.NextAsync("done", ct)));

        await conversation.Start().Send("hi").StartTestAsync();

        Assert.Equal(["done"], conversation.Endings);
    }

    [Fact]
    public async Task A_waterfall_waits_through_activities_that_are_no_messages()
    {
        var conversation = new TestConversation(() => Component(
            (step, ct) => Said(step, "first", ct),
            (step, ct) => Said(step, $"second after {step.Result}", ct)));

        await conversation.Start()
            .Test("hi", "first")
            .Send(TestConversation.Event("payment")).AssertNoReply(timeout: 20)
            .Test("go", "second after go")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_prompt_waits_through_activities_that_are_no_messages()
    {
        var conversation = new TestConversation(() => Component(
            (step, ct) => step.PromptAsync("text", TestConversation.Ask("Name?"), ct),
            (step, ct) => Said(step, $"Hello {step.Result}", ct)));

        await conversation.Start()
            .Test("hi", "Name?")
            .Send(TestConversation.Event("payment")).AssertNoReply(timeout: 20)
            .Test("Ada", "Hello Ada")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_replaced_waterfall_gives_its_place_and_its_parent_to_the_new_one()
    {
        var conversation = new TestConversation(() => Component(
            (step, ct) => step.PromptAsync("text", TestConversation.Ask(step.Options is null ? "Name?" : "Again: name?"), ct),
            (step, ct) => (string)step.Result == "no"
                ? step.ReplaceDialogAsync(step.ActiveDialog.Id, "again", ct)
                : step.EndDialogAsync(step.Result, ct)));

        await conversation.Start()
            .Test("hi", "Name?")
            .Test("no", "Again: name?")
            .Test("no", "Again: name?")
            .Send("Ada")
            .StartTestAsync();

        Assert.Equal(["Ada"], conversation.Endings);
    }

    [Fact]
    public async Task Cancelling_takes_every_dialog_off()
    {
        var conversation = new TestConversation(() => Component(
            (step, ct) => step.PromptAsync("text", TestConversation.Ask("Name?"), ct),
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

        await conversation.Start()
            .Test("hi", "Name?")
            .Test("cancel", "Cancelled, 0 left")
            .Test("cancel", "Empty, 0 left")
            .Test("hi", "Name?")
            .StartTestAsync();
        Assert.Empty(conversation.Endings);
    }

    [Fact]
    public async Task Asking_again_repeats_the_open_question()
    {
        var conversation = new TestConversation(() => Component(
            (step, ct) => step.PromptAsync("text", TestConversation.Ask("Name?", "Your name, please?"), ct),
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

        await conversation.Start()
            .Test("hi", "Name?")
            .Send("help").AssertReply("I sell shoes.").AssertReply("Name?")
            .Send("Ada")
            .StartTestAsync();
        Assert.Equal(["Ada"], conversation.Endings);
    }

    [Fact]
    public async Task A_dialog_pushed_above_a_prompt_leaves_the_prompt_to_ask_again()
    {
        var conversation = new TestConversation(() => Component(
            (step, ct) => step.PromptAsync("text", TestConversation.Ask("Name?"), ct),
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

        await conversation.Start()
            .Test("hi", "Name?")
            .Test("aside", "An aside. Go on?")
            .Test("yes", "Name?")
            .Send("Ada")
            .StartTestAsync();
        Assert.Equal(["Ada"], conversation.Endings);
    }

    private static Task<DialogTurnResult> AskName(WaterfallStepContext step, CancellationToken ct) =>
        step.PromptAsync("text", TestConversation.Ask("Name?"), ct);

    private static ComponentDialog Component(params WaterfallStep[] steps) => new ComponentDialog("root")
        .AddDialog(new WaterfallDialog("steps", steps))
        .AddDialog(new TextPrompt("text"));

    private static async Task<DialogTurnResult> Said(WaterfallStepContext step, string text, CancellationToken cancellationToken)
    {
        await step.Context.SendActivityAsync(text, cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    }

    private sealed class Received : NullBotTelemetryClient, IBotTelemetryClient
    {
        public List<string> Events { get; } = [];

        void IBotTelemetryClient.TrackEvent(
            string eventName, IDictionary<string, string>? properties, IDictionary<string, double>? metrics) =>
            Events.Add(
                string.Join(
                    ' ',
                    [
                        eventName,
                        properties!["DialogId"],
                        .. properties.TryGetValue("StepName", out var step) ? [step] : Array.Empty<string>(),
                    ]));
    }
}
