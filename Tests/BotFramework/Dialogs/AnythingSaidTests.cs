using CsCheck;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

/// <summary>Whatever somebody answers, in whatever script, a prompt takes it or asks again. It never throws.</summary>
public sealed class AnythingSaidTests
{
    /// <summary>Words of numbers, whole and broken off, and the signs that join them.</summary>
    private static readonly string[] Pieces =
    [
        "un", "una", "vent", "venti", "vent'anni", "settant'anni", "trecent", "mezz", "mezzo", "paio", "virgola", "per",
        "cento", "mila", "milioni", "primo", "esimo", "ultimo",
        "a", "half", "twenty", "one", "quarters", "of", "and", "point", "dozen", "million", "trillion", "second", "to", "last",
        "minus", "st",
        "0", "1", "12", "1.5", "1,234", "999999999999999", "1/0", "1/2", "12-15", "1e10", "^", "½", "１２", "١٢", "२", "III", "五",
        " ", "  ", "'", "’", "-", "–", "/", ",", ".", "%", "°", "ª", "#", "+", "*", "\0", "\n", "\u200d", "\ufe0f", "\u0300",
        "\ud83d", "\ude00", "👍🏽", "🇮🇹", "\uffff", "ﬁ", "İ", "ß",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly string[] Locales = ["it-IT", "en-US", "ja-JP", "xx", ""];

    private static readonly Gen<string> Locale = Gen.Int[0, Locales.Length - 1].Select(i => Locales[i]);

    private static readonly Gen<string> Answer = Gen.OneOf(
        Piece.Array[0, 14].Select(string.Concat),
        Piece.Array[0, 14].Select(pieces => string.Join(' ', pieces)),
        Gen.String,
        Gen.Char.Array[0, 60].Select(signs => new string(signs)),
        Piece.SelectMany(piece => Gen.Int[0, 60].Select(cut => piece[..Math.Min(cut, piece.Length)])));

    private static readonly Func<Dialog>[] Prompts =
    [
        () => new NumberPrompt<int>("prompt"), () => new NumberPrompt<long>("prompt"), () => new NumberPrompt<float>("prompt"),
        () => new NumberPrompt<double>("prompt"), () => new NumberPrompt<decimal>("prompt"),
        () => new ChoicePrompt("prompt"), () => new ConfirmPrompt("prompt"),
        () => new ConfirmPrompt("prompt") { ConfirmChoices = new(new Choice("+"), new Choice("👎")) },
        () => new TextPrompt("prompt"), () => new AttachmentPrompt("prompt"),
        () => new ActivityPrompt("prompt", (_, _) => Task.FromResult(true)),
    ];

    [Fact]
    public void No_answer_at_all_makes_a_prompt_throw() => Gen.Select(Answer, Locale).Sample(
        (answer, locale) =>
        {
            foreach (var prompt in Prompts)
                Answered(prompt(), answer, locale).GetAwaiter().GetResult();
        },
        iter: 1_500);

    private static async Task Answered(Dialog prompt, string answer, string locale)
    {
        var state = new DialogState();
        var dialogs = new DialogSet().Add(prompt);
        var options = new PromptOptions
        {
            Prompt = MessageFactory.Text("?"),
            Choices =
            [
                new("C++") { Synonyms = ["c plus plus", ""] }, new("..."), new(),
                new("1,5 l") { Action = new CardAction(ActionTypes.ImBack, "🍷", value: "wine") },
            ],
        };
        await new DialogContext(dialogs, Turn("hi", locale), state).PromptAsync("prompt", options);
        var result = await new DialogContext(dialogs, Turn(answer, locale), state).ContinueDialogAsync();
        Assert.Contains(result.Status, new[] { DialogTurnStatus.Waiting, DialogTurnStatus.Complete });
    }

    private static TurnContext Turn(string text, string locale) => new(new TestAdapter(), new Activity(ActivityTypes.Message)
    {
        Id = "m", ChannelId = "test", Locale = locale, Text = text,
        Conversation = new ConversationAccount(id: "c"), From = new ChannelAccount("u"), Recipient = new ChannelAccount("b"),
    });
}
