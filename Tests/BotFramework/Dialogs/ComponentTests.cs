using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public class ComponentTests
{
    [Fact]
    public async Task A_component_inside_a_component_gives_its_result_to_the_step_that_began_it()
    {
        var conversation = new TestConversation(Shop);

        await conversation.Start()
            .Test("hi", "Street?")
            .Test("Via Roma 1", "Town?")
            .Test("Torino", "Ship to Via Roma 1, Torino?")
            .Send("sure")
            .StartTestAsync();

        Assert.Equal(["Via Roma 1, Torino"], conversation.Endings);
    }

    [Fact]
    public async Task Cancelling_inside_a_component_ends_the_component_without_a_result()
    {
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [
                (step, ct) => step.BeginDialogAsync("address", null, ct),
                (step, ct) => step.EndDialogAsync(step.Result ?? "no address", ct)]))
            .AddDialog(new Cancellable("address")));

        await conversation.Start().Test("hi", "Street?").Send("cancel").StartTestAsync();

        Assert.Equal(["no address"], conversation.Endings);
    }

    [Fact]
    public async Task Cancelling_a_component_tells_what_is_inside()
    {
        var ended = new List<string>();
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [(step, ct) => step.BeginDialogAsync("spy", null, ct)]))
            .AddDialog(new Spy("spy", ended)))
        {
            First = async (dc, ct) =>
                dc.Context.Activity.Text == "stop" && (await dc.CancelAllDialogsAsync(ct)).Status == DialogTurnStatus.Cancelled,
        };

        await conversation.Start().Send("hi").Send("stop").StartTestAsync();

        Assert.Equal(["spy CancelCalled"], ended);
    }

    [Fact]
    public async Task A_parent_may_stop_the_cancelling_of_its_stack()
    {
        var ended = new List<string>();
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new Guard("guard"))
            .AddDialog(new Spy("spy", ended)))
        {
            First = async (dc, ct) => dc.Context.Activity.Text == "stop"
                && (await dc.Child.CancelAllDialogsAsync(true, null, null, ct)).Status == DialogTurnStatus.Cancelled
                && dc.Child.ActiveDialog.Id == "guard",
        };

        await conversation.Start().Send("hi").Send("stop").Test("still there?", "guard is here").StartTestAsync();

        Assert.Equal(["spy CancelCalled"], ended);
    }

    [Fact]
    public async Task A_dialog_of_the_parent_may_begin_inside_a_component()
    {
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [(step, ct) => step.BeginDialogAsync("inner", null, ct)]))
            .AddDialog(new TextPrompt("shared"))
            .AddDialog(new ComponentDialog("inner").AddDialog(new WaterfallDialog("ask", [
                (step, ct) => step.PromptAsync("shared", TestConversation.Ask("Name?"), ct),
                (step, ct) => step.EndDialogAsync(step.Result, ct)]))));

        await conversation.Start().Test("hi", "Name?").Send("Ada").StartTestAsync();

        Assert.Equal(["Ada"], conversation.Endings);
    }

    [Fact]
    public void A_second_dialog_of_the_same_id_gets_a_number()
    {
        var dialogs = new DialogSet().Add(new TextPrompt("text")).Add(new TextPrompt("text"));

        Assert.Equal(["text", "text2"], dialogs.GetDialogs().Select(dialog => dialog.Id));
    }

    [Fact]
    public async Task Beginning_a_dialog_that_is_not_there_says_its_name()
    {
        var conversation = new TestConversation(() =>
            new WaterfallDialog("root", [(step, ct) => step.BeginDialogAsync("checkout", null, ct)]));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => conversation.Start().Send("hi").StartTestAsync());
        Assert.Contains("'checkout'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_begins_the_dialog_and_then_continues_it()
    {
        var storage = new MemoryStorage();
        var dialog = Shop();
        var flow = new Microsoft.Bot.Builder.Adapters.TestFlow(new Microsoft.Bot.Builder.Adapters.TestAdapter("test"), async (turn, ct) =>
        {
            var state = new ConversationState(storage);
            await dialog.RunAsync(turn, state.CreateProperty<DialogState>("DialogState"), ct);
            await state.SaveChangesAsync(turn, false, ct);
        });

        await flow.Test("hi", "Street?").Test("Via Roma 1", "Town?").StartTestAsync();
    }

    private static ComponentDialog Shop() => new ComponentDialog("shop")
        .AddDialog(new WaterfallDialog("steps", [
            (step, ct) => step.BeginDialogAsync("address", null, ct),
            async (step, ct) =>
            {
                step.Values["address"] = step.Result;
                return await step.PromptAsync("text", TestConversation.Ask($"Ship to {step.Result}?"), ct);
            },
            (step, ct) => step.EndDialogAsync(step.Values["address"], ct)]))
        .AddDialog(new TextPrompt("text"))
        .AddDialog(new ComponentDialog("address")
            .AddDialog(new WaterfallDialog("lines", [
                (step, ct) => step.PromptAsync("line", TestConversation.Ask("Street?"), ct),
                (step, ct) =>
                {
                    step.Values["street"] = step.Result;
                    return step.PromptAsync("line", TestConversation.Ask("Town?"), ct);
                },
                (step, ct) => step.EndDialogAsync($"{step.Values["street"]}, {step.Result}", ct)]))
            .AddDialog(new TextPrompt("line")));

    private sealed class Cancellable : ComponentDialog
    {
        public Cancellable(string id)
            : base(id)
        {
            AddDialog(new WaterfallDialog("lines", [(step, ct) => step.PromptAsync("line", TestConversation.Ask("Street?"), ct)]));
            AddDialog(new TextPrompt("line"));
        }

        protected override Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken = default) =>
            innerDc.Context.Activity.Text == "cancel"
                ? innerDc.CancelAllDialogsAsync(cancellationToken)
                : base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    private sealed class Spy(string id, List<string> ended) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        public override Task EndDialogAsync(
            ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            ended.Add($"{Id} {reason}");
            return Task.CompletedTask;
        }
    }

    private sealed class Guard(string id) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc, object? options = null, CancellationToken cancellationToken = default
        ) => dc.BeginDialogAsync("spy", null, cancellationToken);

        public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            await dc.Context.SendActivityAsync("guard is here", cancellationToken: cancellationToken);
            return EndOfTurn;
        }

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
            Task.FromResult(e.Name == DialogEvents.CancelDialog);
    }
}
