using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What was answered wrongly once, each with its siblings, said to the whole shop: <c>Samples/faults.tsv</c>.</summary>
public sealed class FaultsTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private static readonly List<string[]> Rows =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Samples", "faults.tsv"))
            .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t')),
    ];

    public static TheoryData<string, string, string, string> Fresh =>
        [.. Rows.Where(row => row[2].Length == 0).Select(row => (row[1], row[3], row[4], row[5]))];

    public static TheoryData<string, string, string, string> Asked =>
        [.. Rows.Where(row => row[2].Length > 0).Select(row => (row[1], row[2], row[3], row[4]))];

    [Fact]
    public void Every_fault_has_three_siblings() =>
        Assert.All(Rows.GroupBy(row => row[0]), fault => Assert.Equal(4, fault.Select(row => row[3]).Distinct().Count()));

    [Theory, MemberData(nameof(Fresh))]
    public async Task It_is_answered_with_what_it_asks_for(string language, string sentence, string shown, string never)
    {
        var chat = await OpenAsync("", language, sentence);
        var words = Words(await chat.SayAsync(sentence));
        Assert.Matches(shown, words);
        if (never.Length > 0)
            Assert.DoesNotMatch(never, words);
    }

    [Theory, MemberData(nameof(Asked))]
    public async Task At_a_question_it_is_answered_the_question_asked_again_and_nothing_stored(
        string language, string question, string sentence, string shown)
    {
        var chat = await OpenAsync(question, language, sentence);
        await chat.SayAsync("pesto");
        await chat.TapAsync(language == "it" ? "Compra ora" : "Buy now", "pesto");
        var questions = language == "it" ? Shopping.InItalian : Shopping.InEnglish;
        var open = questions.ToList().FindIndex(each => each.Asks == Asks(question, language));
        foreach (var (_, answers) in questions.Take(open))
            await chat.SayAsync(answers);
        var replies = await chat.SayAsync(sentence);
        Assert.Matches(shown, Words(replies));
        Assert.Contains(questions[open].Asks, replies[^1].Words, StringComparison.Ordinal);
        Assert.Contains(questions[open + 1].Asks, Words(await chat.SayAsync(questions[open].Answers)), StringComparison.Ordinal);
    }

    private static string Asks(string question, string language) => (question, language) switch
    {
        ("Name", "it") => "Nome e cognome",
        ("Name", _) => "First and last name",
        ("City", "it") => "In quale città",
        ("City", _) => "Which town",
        ("Street", "it") => "Via e numero civico",
        ("Street", _) => "Street and house number",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No such question."),
    };

    private async Task<Chat> OpenAsync(string question, string language, string sentence)
    {
        var row = Rows.FindIndex(row => row[2] == question && row[1] == language && row[3] == sentence);
        var chat = await Chat.OpenAsync(shop.Now, $"fault-{row}", "Ida Neri", language == "it" ? "it_IT" : "en_IE");
        await chat.GetStartedAsync();
        return chat;
    }

    private static string Words(IReadOnlyList<BotReply> replies) => string.Join('\n', replies.Select(reply => reply.Words));
}
