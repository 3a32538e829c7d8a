using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public class StoredStackTests
{
    [Fact]
    public void The_version_is_the_same_in_every_process_and_in_any_order_of_adding()
    {
        var one = new DialogSet().Add(Steps("a", AskName, AskTown)).Add(new TextPrompt("text"));
        var other = new DialogSet().Add(new TextPrompt("text")).Add(Steps("a", AskName, AskTown));

        Assert.Equal(one.GetVersion(), other.GetVersion());
        // Written down, so that a hash that differs from process to process cannot pass.
        Assert.Equal("6DEqa8fTiYOaOOzbY8s0xd1szdH17BUly+UWZ7AM9Hg=", one.GetVersion());
    }

    [Fact]
    public void The_version_changes_when_a_step_is_renamed_moved_added_or_removed()
    {
        string[] versions =
        [
            Version(Steps("a", AskName, AskTown)),
            Version(Steps("a", AskName, AskStreet)),
            Version(Steps("a", AskTown, AskName)),
            Version(Steps("a", AskName, AskTown, AskStreet)),
            Version(Steps("a", AskName)),
            Version(Steps("b", AskName, AskTown)),
        ];

        Assert.Equal(versions.Length, versions.Distinct().Count());
    }

    [Fact]
    public void The_version_changes_when_something_changes_inside_a_component()
    {
        Assert.NotEqual(
            Version(new ComponentDialog("c").AddDialog(new ComponentDialog("d").AddDialog(Steps("a", AskName)))),
            Version(new ComponentDialog("c").AddDialog(new ComponentDialog("d").AddDialog(Steps("a", AskTown)))));
    }

    [Fact]
    public void The_version_changes_when_a_prompt_asks_for_another_kind_of_answer()
    {
        Assert.NotEqual(Version(new NumberPrompt<int>("n")), Version(new NumberPrompt<decimal>("n")));
        Assert.NotEqual(Version(new NumberPrompt<int>("n")), Version(new TextPrompt("n")));
    }

    [Fact]
    public void A_version_that_was_asked_for_changes_when_a_dialog_is_added()
    {
        var dialogs = new DialogSet().Add(new TextPrompt("a"));
        var before = dialogs.GetVersion();

        Assert.NotEqual(before, dialogs.Add(new TextPrompt("b")).GetVersion());
    }

    [Fact]
    public async Task A_component_whose_inside_has_changed_is_told_once()
    {
        var told = 0;
        var steps = new WaterfallStep[] { AskName, AskTown };
        var conversation = new TestConversation(() => new Watchful("root", () => told++)
            .AddDialog(Steps("a", steps))
            .AddDialog(new TextPrompt("text")));

        await conversation.Start().Test("hi", "Name?").StartTestAsync();
        Assert.Equal(0, told);

        steps = [AskName, AskStreet, AskTown];
        await conversation.Start().Test("Ada", "Street?").Test("Via Roma", "Town?").StartTestAsync();
        Assert.Equal(1, told);
    }

    [Theory]
    [InlineData("a dialog that is gone")]
    [InlineData("a step that is gone")]
    [InlineData("a negative step")]
    [InlineData("a step that is text")]
    [InlineData("a waterfall without values")]
    [InlineData("a prompt without options")]
    [InlineData("a component whose stack is text")]
    [InlineData("an instance without state")]
    [InlineData("an instance without id")]
    public async Task A_stack_that_does_not_fit_can_be_told_apart_and_dropped(string wrong)
    {
        var storage = new MemoryStorage();
        await Turn(storage, (_, accessor, turn) => accessor.SetAsync(turn, Misfit(wrong)));

        await Turn(storage, async (dialog, accessor, turn) =>
        {
            await Assert.ThrowsAsync<DialogStackException>(() => dialog.RunAsync(turn, accessor, CancellationToken.None));
            await accessor.SetAsync(turn, new DialogState());
            await dialog.RunAsync(turn, accessor, CancellationToken.None);
            Assert.Equal("root", Assert.Single((await accessor.GetAsync(turn))!.DialogStack).Id);
        });
    }

    [Theory]
    [InlineData("a dialog that is gone")]
    [InlineData("a step that is gone")]
    [InlineData("a step that is text")]
    [InlineData("a waterfall without values")]
    public async Task A_stack_that_does_not_fit_can_still_be_cancelled(string wrong)
    {
        await Turn(new MemoryStorage(), async (dialog, accessor, turn) =>
        {
            var dc = new DialogContext(new DialogSet().Add(dialog), turn, Misfit(wrong));
            Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelAllDialogsAsync()).Status);
            Assert.Empty(dc.Stack);
        });
    }

    [Fact]
    public async Task A_stack_that_cannot_be_read_can_be_told_apart_and_dropped()
    {
        var storage = new MemoryStorage();
        var accessors = new ConversationState(storage);
        await new TestFlow(new TestAdapter("test"), async (turn, ct) =>
        {
            await accessors.CreateProperty<string>("DialogState").SetAsync(turn, "no stack", ct);
            await accessors.SaveChangesAsync(turn, false, ct);
        }).Send("hi").StartTestAsync();

        await Turn(storage, async (dialog, accessor, turn) =>
        {
            await Assert.ThrowsAsync<DialogStackException>(() => dialog.RunAsync(turn, accessor, CancellationToken.None));
            await accessor.SetAsync(turn, new DialogState());
            await dialog.RunAsync(turn, accessor, CancellationToken.None);
            Assert.Single((await accessor.GetAsync(turn))!.DialogStack);
        });
    }

    [Fact]
    public async Task What_a_prompt_was_asked_with_survives_the_storage()
    {
        var conversation = new TestConversation(() =>
            new ComponentDialog("root")
                .AddDialog(
                    new WaterfallDialog(
                        "a",
                        [
                            (step, ct) =>
                                step.PromptAsync(
                                    "choice", new PromptOptions
                                    {
                                        Prompt = MessageFactory.Text("Which?"),
                                        RetryPrompt = (Activity)
                                            MessageFactory.Attachment(new HeroCard { Title = "Look" }.ToAttachment(), "Which one?"),
                                        Choices =
                                        [
                                            new Choice("red")
                                            {
                                                Synonyms = ["rosso"],
                                                Action = new CardAction
                                                {
                                                    Type = ActionTypes.ImBack,
                                                    Title = "Red!",
                                                    Value = "red",
                                                },
                                            },
                                        ],
                                        Style = ListStyle.None,
                                        Validations = new Dictionary<string, object> { ["max"] = 3L },
                                        RecognizeLanguage = "it-IT",
                                    },
                                    ct),
                        ]))
                .AddDialog(
                    new ChoicePrompt(
                        "choice",
                        (prompt, _) =>
                        {
                            var options = prompt.Options;
                            Assert.Equal("red", options.Choices[0].Value);
                            Assert.Equal("Red!", options.Choices[0].Action.Title);
                            Assert.Equal(ListStyle.None, options.Style);
                            Assert.Equal(3L, ((IDictionary<string, object>)options.Validations)["max"]);
                            Assert.Equal("it-IT", options.RecognizeLanguage);
                            Assert.IsType<HeroCard>(options.RetryPrompt.Attachments![0].Content);
                            return Task.FromResult(prompt.Recognized.Succeeded);
                        }
                    )));

        await conversation.Start()
            .Test("hi", "Which?")
            .Send("blue")
            .AssertReply(reply =>
                Assert.Equal(("Which one?", 1), (reply.AsMessageActivity()!.Text, reply.AsMessageActivity()!.Attachments!.Count)))
            .Send("bluer")
            .AssertReply(reply => Assert.Single(reply.AsMessageActivity()!.Attachments!))
            .Send("rosso")
            .StartTestAsync();
        Assert.Single(conversation.Endings);
    }

    private static DialogState Misfit(string wrong)
    {
        var instance = wrong switch
        {
            "a dialog that is gone" => Instance("gone"),
            "a step that is gone" => Instance("a", ("stepIndex", 9L), ("values", new Dictionary<string, object>())),
            "a negative step" => Instance("a", ("stepIndex", -1L), ("values", new Dictionary<string, object>())),
            "a step that is text" => Instance("a", ("stepIndex", "one"), ("values", new Dictionary<string, object>())),
            "a waterfall without values" => Instance("a", ("stepIndex", 0L)),
            "a prompt without options" => Instance("text", ("state", new Dictionary<string, object>())),
            "a component whose stack is text" => Instance("inner", ("dialogs", "none")),
            "an instance without state" => new DialogInstance { Id = "a" },
            _ => new DialogInstance { State = new Dictionary<string, object>() },
        };
        return new DialogState([Instance("root", ("dialogs", new DialogState([instance])))]);
    }

    private static DialogInstance Instance(string id, params (string Key, object Value)[] state) =>
        new() { Id = id, State = state.ToDictionary(entry => entry.Key, entry => entry.Value) };

    private static async Task Turn(MemoryStorage storage, Func<Dialog, IStatePropertyAccessor<DialogState>, ITurnContext, Task> run)
    {
        var state = new ConversationState(storage);
        var root = new ComponentDialog("root")
            .AddDialog(Steps("a", AskName, AskTown))
            .AddDialog(new TextPrompt("text"))
            .AddDialog(new ComponentDialog("inner").AddDialog(new TextPrompt("t")));
        await new TestFlow(
            new TestAdapter("test"),
            async (turn, ct) =>
            {
                await run(root, state.CreateProperty<DialogState>("DialogState"), turn);
                await state.SaveChangesAsync(turn, false, ct);
            }
        ).Send("hi").StartTestAsync();
    }

    private static string Version(Dialog dialog) => new DialogSet().Add(dialog).GetVersion();

    private static WaterfallDialog Steps(string id, params WaterfallStep[] steps) => new(id, steps);

    private static Task<DialogTurnResult> AskName(WaterfallStepContext step, CancellationToken ct) =>
        step.PromptAsync("text", TestConversation.Ask("Name?"), ct);

    private static Task<DialogTurnResult> AskTown(WaterfallStepContext step, CancellationToken ct) =>
        step.PromptAsync("text", TestConversation.Ask("Town?"), ct);

    private static Task<DialogTurnResult> AskStreet(WaterfallStepContext step, CancellationToken ct) =>
        step.PromptAsync("text", TestConversation.Ask("Street?"), ct);

    private sealed class Watchful(string id, Action told) : ComponentDialog(id)
    {
        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name == DialogEvents.VersionChanged)
                told();
            return Task.FromResult(e.Name == DialogEvents.VersionChanged);
        }
    }
}
