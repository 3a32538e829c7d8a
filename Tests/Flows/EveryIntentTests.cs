using CommerceBot.Catalog;
using CommerceBot.Cards;
using CommerceBot.Recognition;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Every intent in both languages, said where a chat begins and in the middle of a checkout: <c>Samples/intents.tsv</c>.</summary>
public sealed class EveryIntentTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private static readonly List<string[]> Rows =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Samples", "intents.tsv"))
            .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t')),
    ];

    public static TheoryData<string, string, string, string> Fresh => [.. Rows.Select(row => (row[0], row[1], row[2], row[3]))];

    public static TheoryData<string, string, string, string> InACheckout =>
        [.. Rows.Where(row => row[4].Length > 0).Select(row => (row[0], row[1], row[2], row[4]))];

    [Fact]
    public void No_intent_is_missing_in_any_language() => Assert.Equal(
        Enum.GetValues<Intent>()
            .SelectMany(intent => Texts.Languages.Select(texts => (IntentNames.Of(intent), texts.Language.Code))).Order(),
        Rows.Select(row => (row[0], row[1])).Order());

    [Theory, MemberData(nameof(Fresh))]
    public async Task It_is_answered_where_a_chat_begins(string intent, string language, string sentence, string answer)
    {
        var chat = await OpenAsync($"fresh-{intent}-{language}", language);
        Assert.Contains(answer, Words(await chat.SayAsync(sentence)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(InACheckout))]
    public async Task In_a_checkout_it_is_answered_and_the_open_question_asked_again_and_nothing_is_stored(
        string intent, string language, string sentence, string answer)
    {
        var chat = await OpenAsync($"buys-{intent}-{language}", language);
        await chat.SayAsync("pesto");
        await chat.TapAsync(language == "it" ? "Compra ora" : "Buy now", "pesto");
        var question = (await chat.SayAsync("ida@example.com"))[^1].Text!;
        var replies = await chat.SayAsync(sentence);
        Assert.Contains(answer, Words(replies), StringComparison.Ordinal);
        var asked = intent == "language" ? (language == "it" ? "First and last name" : "Nome e cognome") : question;
        Assert.Contains(asked, replies[^1].Words, StringComparison.Ordinal);
        Assert.Contains(
            language == "it" == (intent != "language") ? "In quale paese" : "Which country", Words(await chat.SayAsync("Ida Neri")),
            StringComparison.Ordinal);
    }

    private async Task<Chat> OpenAsync(string user, string language)
    {
        var chat = await Chat.OpenAsync(shop.Now, user, "Ida Neri", language == "it" ? "it_IT" : "en_IE");
        await chat.GetStartedAsync();
        return chat;
    }

    private static string Words(IReadOnlyList<BotReply> replies) => string.Join('\n', replies.Select(reply => reply.Words));
}
