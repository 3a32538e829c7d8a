using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

/// <summary>A tap on a button says its words letter by letter, and chooses that button.</summary>
public class ExactChoiceTests
{
    private static readonly string[] Names =
    [
        "C++", "C", "C#", "c#", "F#", "1,5 l", "1.5 l", "15 l", "100%", "100", "2", "1", "10", "3", "...", "+", "-", "?!", "👍",
        "👎", "👍👎", "Caffe", "Caffè", "Té", "te",
        "Red", "red", "Red wine", "Red-wine", "Wine, red", "the last one", "second", "un paio", "Size M", "Size M+", "½",
        "l'uovo", "uovo", "日本", "日本語", "(no)", "no",
        "A/B", "A B", "A-B", " x ", "naïve", "naive", "STRASSE", "Straße",
    ];

    public static TheoryData<string> All => [.. Names];

    [Theory, MemberData(nameof(All))]
    public async Task A_tap_chooses_the_button_that_was_tapped_wherever_it_stands(string name)
    {
        foreach (var list in new[] { Names, [.. Names.Reverse()] })
        {
            Assert.Equal(name, Assert.Single(ChoiceRecognizers.RecognizeChoices(name, list)).Resolution.Value);
            Assert.Equal(Array.IndexOf(list, name), (await ChosenAsync(name, list)).Index);
        }
    }

    [Theory]
    [InlineData("f#", "F#")]
    [InlineData("RED WINE", "Red wine")]
    [InlineData("  Size  M+ ", "Size M+")]
    [InlineData("L’UOVO", "l'uovo")]
    [InlineData("CAFFÈ", "Caffè")]
    [InlineData("Caffe\u0300", "Caffè")]
    [InlineData("x", " x ")]
    public async Task The_nearest_spelling_is_chosen(string said, string name) =>
        Assert.Equal(name, (await ChosenAsync(said, Names)).Value);

    [Theory]
    [InlineData("I'd like C#, please", "C#")]
    [InlineData("C++ for me", "C++")]
    [InlineData("give me 1.5 l.", "1.5 l")]
    [InlineData("the Size M+!", "Size M+")]
    public void A_name_in_a_sentence_is_the_one_that_stands_there(string said, string name) =>
        Assert.Equal(name, ChoiceRecognizers.RecognizeChoices(said, Names)[0].Resolution.Value);

    [Fact]
    public void What_a_button_says_may_differ_from_its_title_and_its_choice()
    {
        List<Choice> sizes =
        [
            new("small") { Action = new CardAction(ActionTypes.ImBack, "S", value: "size:1") },
            new("medium") { Action = new CardAction(ActionTypes.MessageBack, "M", text: "size:2", displayText: "Medium, please") },
        ];

        foreach (var (said, index) in new[] { ("S", 0), ("size:1", 0), ("M", 1), ("size:2", 1), ("Medium, please", 1), ("MEDIUM", 1) })
            Assert.Equal(index, Assert.Single(ChoiceRecognizers.RecognizeChoices(said, sizes)).Resolution.Index);
    }

    [Theory]
    [InlineData("No, go on", true)]
    [InlineData("Yes, stop", false)]
    [InlineData("yes", true)]
    public async Task The_words_on_a_yes_or_no_button_mean_that_button(string said, bool expected)
    {
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps",
            [
                (step, ct) => step.PromptAsync("prompt", TestConversation.Ask("?"), ct),
                (step, ct) => step.EndDialogAsync(step.Result, ct),
            ]))
            .AddDialog(new ConfirmPrompt("prompt") { ConfirmChoices = new(new Choice("No, go on"), new Choice("Yes, stop")) }));

        await conversation.Start().Send("hi").Send(said).StartTestAsync();

        Assert.Equal([expected.ToString()], conversation.Endings);
    }

    [Fact]
    public void The_place_of_an_exact_match_is_the_whole_answer_without_its_spaces()
    {
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices("  C#  ", Names));

        Assert.Equal(("C#", 2, 3, 1f, "C#"), (found.Text, found.Start, found.End, found.Resolution.Score, found.Resolution.Synonym));
    }

    private static async Task<FoundChoice> ChosenAsync(string said, string[] names)
    {
        FoundChoice? chosen = null;
        var question = new PromptOptions { Prompt = MessageFactory.Text("?"), Choices = ChoiceFactory.ToChoices(names) };
        var conversation = new TestConversation(() => new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps",
            [
                (step, ct) => step.PromptAsync("prompt", question, ct),
                (step, ct) =>
                {
                    chosen = (FoundChoice)step.Result;
                    return step.EndDialogAsync(null, ct);
                },
            ]))
            .AddDialog(new ChoicePrompt("prompt")));

        await conversation.Start().Send("hi").Send(said).StartTestAsync();

        return chosen!;
    }
}
