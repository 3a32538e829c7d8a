using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public class ChoiceTests
{
    private static readonly string[] Menu = ["Caffè", "Tè verde", "Acqua frizzante", "Succo d'arancia"];

    [Theory]
    [InlineData("caffe", 0)]
    [InlineData("CAFFÈ!", 0)]
    [InlineData("caffe\u0300", 0)]
    [InlineData("vorrei un caffè, grazie", 0)]
    [InlineData("te verde", 1)]
    [InlineData("il tè quello verde", 1)]
    [InlineData("acqua frizzante", 2)]
    [InlineData("succo d’arancia", 3)]
    [InlineData("il secondo", 1)]
    [InlineData("la prima", 0)]
    [InlineData("la 2ª", 1)]
    [InlineData("2°", 1)]
    [InlineData("l'ultimo", 3)]
    [InlineData("il penultimo", 2)]
    [InlineData("numero tre", 2)]
    [InlineData("la quattro", 3)]
    [InlineData("3", 2)]
    [InlineData("the last one", 3)]
    [InlineData("the second one", 1)]
    [InlineData("second to last", 2)]
    [InlineData("1st", 0)]
    [InlineData("opzione 4", 3)]
    public void A_choice_is_found_in_Italian(string said, int index) => Assert.Equal(index, Chosen(said, "it-IT"));

    [Theory]
    [InlineData("the last one", 3)]
    [InlineData("the 3rd", 2)]
    [InlineData("number two", 1)]
    [InlineData("#4", 3)]
    [InlineData("caffe please", 0)]
    [InlineData("l'ultimo", 3)]
    [InlineData("one", 0)]
    public void A_choice_is_found_in_English(string said, int index) => Assert.Equal(index, Chosen(said, "en-US"));

    [Theory]
    [InlineData("")]
    [InlineData("birra")]
    [InlineData("acqua")]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("un secondo")]
    [InlineData("secondo me costa troppo")]
    [InlineData("prima vorrei sapere una cosa")]
    [InlineData("decaffeinato")]
    public void What_names_no_choice_chooses_none(string said) => Assert.Null(Chosen(said, "it-IT"));

    [Fact]
    public void A_choice_named_by_words_is_not_also_one_by_number()
    {
        var found = ChoiceRecognizers.RecognizeChoices(
            "the first division book", new List<string> { "red book", "first division book", "third" }
        );

        Assert.Equal(1, Assert.Single(found).Resolution.Index);
    }

    [Fact]
    public void The_longer_choice_wins_over_the_shorter_one()
    {
        var found = ChoiceRecognizers.RecognizeChoices("red wine please", new List<string> { "red", "red wine", "wine" });

        Assert.Equal("red wine", Assert.Single(found).Resolution.Value);
    }

    [Fact]
    public void Several_choices_are_found_in_the_order_in_which_they_are_said()
    {
        var found = ChoiceRecognizers.RecognizeChoices("blue and then red", new List<string> { "red", "green", "blue" });

        Assert.Equal(["blue", "red"], found.Select(choice => choice.Resolution.Value));
        Assert.Equal(("blue", 0, 3, "choice"), (found[0].Text, found[0].Start, found[0].End, found[0].TypeName));
        Assert.Equal(1f, found[0].Resolution.Score);
    }

    [Fact]
    public void Synonyms_and_buttons_name_a_choice_too()
    {
        List<Choice> choices =
        [
            new("red") { Synonyms = ["rosso", "rossa"] },
            new("blue") { Action = new CardAction { Type = ActionTypes.ImBack, Title = "The sea", Value = "blue" } },
        ];

        Assert.Equal("red", Assert.Single(ChoiceRecognizers.RecognizeChoices("la rossa", choices)).Resolution.Value);
        Assert.Equal("blue", Assert.Single(ChoiceRecognizers.RecognizeChoices("the sea", choices)).Resolution.Value);
        Assert.Empty(Find.FindChoices("the sea", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(Find.FindChoices("red", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void Words_in_between_lower_the_score_and_too_many_hide_the_choice()
    {
        var choices = new List<string> { "second last" };

        Assert.Equal(0.5f, Assert.Single(Find.FindChoices("the second from the last one", choices)).Resolution.Score);
        Assert.Empty(Find.FindChoices("the second of all of these that were last", choices));
        Assert.Empty(Find.FindChoices("second", choices));
        Assert.Single(Find.FindChoices("second", choices, new FindChoicesOptions { AllowPartialMatches = true }));
    }

    [Fact]
    public void Numbers_and_ordinals_can_be_turned_off()
    {
        var choices = new List<string> { "red", "green" };

        Assert.Empty(ChoiceRecognizers.RecognizeChoices("2", choices, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Empty(
            ChoiceRecognizers.RecognizeChoices(
                "the 2nd", choices, new FindChoicesOptions { RecognizeOrdinals = false, RecognizeNumbers = false }));
    }

    [Fact]
    public void An_emoji_is_a_choice_whatever_its_skin() =>
        Assert.Equal("👍", Assert.Single(ChoiceRecognizers.RecognizeChoices("👍🏽", new List<string> { "👍", "👎" })).Resolution.Value);

    private static int? Chosen(string said, string locale) =>
        ChoiceRecognizers.RecognizeChoices(said, Menu, new FindChoicesOptions { Locale = locale }) is [var first, ..]
            ? first.Resolution.Index
            : null;
}
