using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public class ChoiceFactoryTests
{
    [Theory]
    [InlineData("facebook", 3, "suggested")]
    [InlineData("facebook", 13, "suggested")]
    [InlineData("facebook", 30, "suggested")]
    [InlineData("emulator", 100, "suggested")]
    [InlineData("emulator", 101, "list")]
    [InlineData("webchat", 5, "suggested")]
    [InlineData("directline", 5, "suggested")]
    [InlineData("telegram", 50, "suggested")]
    [InlineData("slack", 5, "suggested")]
    [InlineData("line", 13, "suggested")]
    [InlineData("line", 14, "card")]
    [InlineData("kik", 20, "suggested")]
    [InlineData("kik", 21, "list")]
    [InlineData("msteams", 3, "card")]
    [InlineData("msteams", 51, "list")]
    [InlineData("sms", 3, "inline")]
    [InlineData("sms", 4, "list")]
    [InlineData("test", 2, "inline")]
    [InlineData(null, 4, "list")]
    public void A_channel_gets_choices_as_it_shows_them_best(string? channelId, int count, string shown)
    {
        var message = ChoiceFactory.ForChannel(channelId!, Choices(count), "Which?");

        Assert.Equal(shown, Shown(message));
    }

    [Fact]
    public void A_personal_chat_in_Teams_takes_up_to_three_suggested_actions()
    {
        Assert.Equal("suggested", Shown(ChoiceFactory.ForChannel("msteams", Choices(3), "Which?", null, null, "personal", ["user"])));
        Assert.Equal("card", Shown(ChoiceFactory.ForChannel("msteams", Choices(4), "Which?", null, null, "personal", null)));
    }

    [Theory]
    [InlineData(20, "suggested")]
    [InlineData(21, "list")]
    public void Titles_too_long_for_a_button_are_listed_in_the_text(int length, string shown) =>
        Assert.Equal(shown, Shown(ChoiceFactory.ForChannel("facebook", [new Choice(new string('a', length)), new Choice("b")], "Which?")));

    [Fact]
    public void Choices_in_a_sentence_are_numbered_and_joined()
    {
        Assert.Equal("Which? (1) a", ChoiceFactory.Inline(ChoiceFactory.ToChoices(["a"]), "Which?").Text);
        Assert.Equal("Which? (1) a or (2) b", ChoiceFactory.Inline(ChoiceFactory.ToChoices(["a", "b"]), "Which?").Text);
        Assert.Equal("Which? (1) a, (2) b, or (3) c", ChoiceFactory.Inline(ChoiceFactory.ToChoices(["a", "b", "c"]), "Which?").Text);
        Assert.Equal(
            "Which? a; b / c", ChoiceFactory
                .Inline(ChoiceFactory.ToChoices(["a", "b", "c"]), "Which?", null, new ChoiceFactoryOptions("; ", " - ", " / ", false))
                .Text);
    }

    [Fact]
    public void Choices_in_a_list_stand_one_under_the_other()
    {
        Assert.Equal("Which?\n\n   1. a\n   2. b", ChoiceFactory.List(["a", "b"], "Which?").Text);
        Assert.Equal(
            "Which?\n\n   - a\n   - b",
            ChoiceFactory.List(["a", "b"], "Which?", null, new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
    }

    [Fact]
    public void A_button_says_what_the_choice_says_unless_it_has_its_own()
    {
        var own = new CardAction { Type = ActionTypes.PostBack, Title = "Blue!", Value = "v1:blue" };
        var message = ChoiceFactory.SuggestedAction([new Choice("red"), new Choice("blue") { Action = own }], "Which?");

        var buttons = message.SuggestedActions!.Actions!;
        Assert.Equal((ActionTypes.ImBack, "red", "red"), (buttons[0].Type, buttons[0].Title, (string)buttons[0].Value!));
        Assert.Same(own, buttons[1]);
        Assert.Equal(InputHints.ExpectingInput, message.InputHint);
    }

    private static List<Choice> Choices(int count) => [.. Enumerable.Range(1, count).Select(number => new Choice($"choice {number}"))];

    private static string Shown(IMessageActivity message)
    {
        if (message.SuggestedActions is not null)
            return "suggested";
        if (message.Attachments is { Count: > 0 } attachments)
            return attachments[0].ContentType == HeroCard.ContentType ? "card" : "other";
        return message.Text!.Contains('\n', StringComparison.Ordinal) ? "list" : "inline";
    }
}
