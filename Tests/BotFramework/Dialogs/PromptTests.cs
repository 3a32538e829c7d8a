using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public class PromptTests
{
    [Theory]
    [InlineData("it-IT", "Quante paia?", "Un numero, per favore. Quante paia?", "boh", "due", "2")]
    [InlineData("en-US", "How many pairs?", "A number, please. How many pairs?", "dunno", "twenty-one", "21")]
    public async Task An_answer_that_is_not_understood_gets_the_retry_question(
        string locale, string question, string retry, string wrong, string right, string kept)
    {
        var conversation = Asking(new NumberPrompt<int>("prompt"), () => TestConversation.Ask(question, retry), locale);

        await conversation.Start().Test("hi", question).Test(wrong, retry).Test(wrong, retry).Send(right).StartTestAsync();

        Assert.Equal([kept], conversation.Endings);
    }

    [Fact]
    public async Task Without_a_retry_question_the_first_one_is_asked_again()
    {
        var conversation = Asking(new NumberPrompt<int>("prompt"), () => TestConversation.Ask("How many?"));

        await conversation.Start().Test("hi", "How many?").Test("dunno", "How many?").Send("3").StartTestAsync();

        Assert.Equal(["3"], conversation.Endings);
    }

    [Theory]
    [InlineData("it-IT", "-1", "Da 1 a 5, per favore (prova 1).", "sette", "Da 1 a 5, per favore (prova 2).", "cinque")]
    [InlineData("en-GB", "0", "1 to 5, please (try 1).", "a dozen", "1 to 5, please (try 2).", "five")]
    public async Task A_validator_refuses_says_why_and_counts_the_tries(
        string locale, string first, string firstReply, string second, string secondReply, string good)
    {
        var prompt = new NumberPrompt<long>("prompt", async (context, ct) =>
        {
            if (context.Recognized is { Succeeded: true, Value: >= 1 and <= 5 })
                return true;
            var italian = locale == "it-IT";
            await context.Context.SendActivityAsync(
                italian ? $"Da 1 a 5, per favore (prova {context.AttemptCount})." : $"1 to 5, please (try {context.AttemptCount}).",
                cancellationToken: ct);
            return false;
        });
        var conversation = Asking(prompt, () => TestConversation.Ask("?", "never asked"), locale);

        await conversation.Start().Test("hi", "?").Test(first, firstReply).Test(second, secondReply).Send(good).StartTestAsync();

        Assert.Equal(["5"], conversation.Endings);
    }

    [Fact]
    public async Task A_validator_may_change_what_was_understood_and_keep_notes()
    {
        var prompt = new TextPrompt("prompt", (context, _) =>
        {
            context.State["seen"] = (context.State.TryGetValue("seen", out var seen) ? seen + "+" : "") + context.Recognized.Value;
            context.Recognized.Value = (string)context.State["seen"];
            return Task.FromResult(context.AttemptCount == 2);
        });
        var conversation = Asking(prompt, () => TestConversation.Ask("Say"));

        await conversation.Start().Test("hi", "Say").Test("a", "Say").Send("b").StartTestAsync();

        Assert.Equal(["a+b"], conversation.Endings);
    }

    [Fact]
    public async Task A_question_expects_input_and_what_the_channel_writes_into_it_is_not_kept()
    {
        var options = TestConversation.Ask("Name?");
        options.Prompt.InputHint = null;
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [(step, ct) => step.PromptAsync("prompt", options, ct)]))
            .AddDialog(new TextPrompt("prompt")));

        await conversation.Start()
            .Send("hi").AssertReply(reply => Assert.Equal(InputHints.ExpectingInput, reply.AsMessageActivity()!.InputHint))
            .StartTestAsync();

        Assert.Null(options.Prompt.Id);
        Assert.Null(options.Prompt.Conversation);
    }

    [Fact]
    public async Task A_prompt_without_prompt_options_says_how_to_begin_it()
    {
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [(step, ct) => step.BeginDialogAsync("prompt", "What?", ct)]))
            .AddDialog(new TextPrompt("prompt")));

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => conversation.Start().Send("hi").StartTestAsync());
        Assert.Contains("PromptAsync", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_prompt_waits_for_an_attachment()
    {
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [
                (step, ct) => step.PromptAsync("prompt", TestConversation.Ask("A photo?"), ct),
                (step, ct) => step.EndDialogAsync(((IList<Attachment>)step.Result)[0].ContentType, ct)]))
            .AddDialog(new AttachmentPrompt("prompt")));

        await conversation.Start()
            .Test("hi", "A photo?")
            .Test("no", "A photo?")
            .Send(new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment("image/png", "https://example.org/a.png")] })
            .StartTestAsync();

        Assert.Equal(["image/png"], conversation.Endings);
    }

    [Fact]
    public async Task An_activity_prompt_waits_for_the_activity_that_its_validator_accepts()
    {
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [
                (step, ct) => step.PromptAsync("prompt", TestConversation.Ask("Waiting", "Still waiting"), ct),
                (step, ct) => step.EndDialogAsync(((Activity)step.Result).Name, ct)]))
            .AddDialog(new ActivityPrompt("prompt", (context, _) => Task.FromResult(context.Recognized.Value.Name == "paid"))));

        await conversation.Start()
            .Test("hi", "Waiting")
            .Send(TestConversation.Event("typing")).AssertNoReply(timeout: 20)
            .Test("and?", "Still waiting")
            .Send(TestConversation.Event("paid"))
            .StartTestAsync();

        Assert.Equal(["paid"], conversation.Endings);
    }

    [Theory]
    [InlineData("en-US", "Which? (1) red, (2) green, or (3) blue", "the last one", "blue")]
    [InlineData("it-IT", "Which? (1) red, (2) green o (3) blue", "il secondo", "green")]
    public async Task A_choice_prompt_lists_its_choices_in_the_shoppers_language(
        string locale, string question, string answer, string chosen)
    {
        var conversation = new TestConversation(
            () =>
                new ComponentDialog("root")
                    .AddDialog(
                        new WaterfallDialog(
                            "steps",
                            [
                                (step, ct) =>
                                    step.PromptAsync(
                                        "prompt", new PromptOptions
                                        {
                                            Prompt = MessageFactory.Text("Which?"),
                                            Choices = ChoiceFactory.ToChoices(["red", "green", "blue"]),
                                        },
                                        ct),
                                (step, ct) => step.EndDialogAsync(((FoundChoice)step.Result).Value, ct),
                            ]))
                    .AddDialog(new ChoicePrompt("prompt")),
            locale: locale);

        await conversation.Start().Test("hi", question).Test("pink", question).Send(answer).StartTestAsync();

        Assert.Equal([chosen], conversation.Endings);
    }

    [Theory]
    [InlineData("en-US", "Sure? (1) Yes or (2) No", "2", "False")]
    [InlineData("it-IT", "Sure? (1) Sì o (2) No", "la prima", "True")]
    public async Task A_confirm_prompt_shows_yes_and_no_in_the_shoppers_language(string locale, string question, string answer, string kept)
    {
        var conversation = Asking(new ConfirmPrompt("prompt"), () => TestConversation.Ask("Sure?"), locale);

        await conversation.Start().Test("hi", question).Test("si può pagare con carta?", question).Send(answer).StartTestAsync();

        Assert.Equal([kept], conversation.Endings);
    }

    [Fact]
    public async Task A_confirm_prompt_knows_its_own_buttons()
    {
        var prompt = new ConfirmPrompt("prompt") { ConfirmChoices = Tuple.Create(new Choice("Pay now"), new Choice("Later")) };
        var conversation = Asking(prompt, () => TestConversation.Ask("Well?"));

        await conversation.Start().Test("hi", "Well? (1) Pay now or (2) Later").Send("later please").StartTestAsync();

        Assert.Equal(["False"], conversation.Endings);
    }

    [Fact]
    public async Task A_prompt_in_messenger_shows_buttons()
    {
        var conversation = new TestConversation(
            () => new ComponentDialog("root")
                .AddDialog(new WaterfallDialog("steps", [(step, ct) => step.PromptAsync("prompt", TestConversation.Ask("Confermi?"), ct)]))
                .AddDialog(new ConfirmPrompt("prompt")),
            "facebook",
            "it-IT");

        await conversation.Start()
            .Send("ciao")
            .AssertReply(reply =>
                Assert.Equal(["Sì", "No"], reply.AsMessageActivity()!.SuggestedActions!.Actions!.Select(button => button.Title)))
            .Send("Sì")
            .StartTestAsync();

        Assert.Equal(["True"], conversation.Endings);
    }

    [Fact]
    public void A_number_prompt_of_another_type_is_refused() =>
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<short>("prompt"));

    private static TestConversation Asking(Dialog prompt, Func<PromptOptions> options, string locale = "en-US") => new(
        () => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [
                (step, ct) => step.PromptAsync("prompt", options(), ct),
                (step, ct) => step.EndDialogAsync(step.Result, ct)]))
            .AddDialog(prompt),
        locale: locale);
}
