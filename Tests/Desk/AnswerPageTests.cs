using System.Net;
using CommerceBot.Desk.Access;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>The shop's own answers, edited in the desk, and what shoppers then read.</summary>
public sealed class AnswerPageTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private const string Hours = "/desk/answers/edit?language=it&title=Orari";

    private static int _shoppers;

    [Fact]
    public async Task An_answer_that_is_saved_is_given_to_the_next_shopper_and_the_file_can_be_taken_back()
    {
        var before = await AnswerToAsync("a che ora aprite?");
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Answer Staff");
        var page = await desk.GetAsync(Hours);
        Assert.Contains("a che ora aprite?", page.Html, StringComparison.Ordinal);
        var saved = await desk.SubmitAsync(
            "/desk/answers/edit", ("Name", "Orari"), ("Examples", "a che ora aprite?\r\n- quando <b>ci siete</b>?"),
            ("Text", "Rispondiamo dalle 8 alle 23.\r\n\r\nAnche di domenica."), ("Buttons", "person"));
        Assert.Contains("The answer is saved and in use.", saved.Words, StringComparison.Ordinal);
        Assert.Contains("quando <b>ci siete</b>?", saved.Words, StringComparison.Ordinal);
        Assert.Contains("dalle 8 alle 23", await AnswerToAsync("a che ora aprite?"), StringComparison.Ordinal);
        using var owner = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Answer Owner");
        Assert.Contains("Answer saved it: Orari", (await owner.GetAsync("/desk/people")).Words, StringComparison.Ordinal);

        await desk.GetAsync("/desk/answers?language=it");
        await desk.SubmitAsync("/desk/answers?handler=Restore");
        Assert.Equal(before, await AnswerToAsync("a che ora aprite?"));
    }

    [Theory]
    [InlineData("", "text", "1 to 60 characters")]
    [InlineData("Orari", "", "Write the answer.")]
    [InlineData("Orari", "Vedi {price}.", "Nothing is filled in for price")]
    [InlineData("Orari", "uno\n# due\ntre", "No line of the answer may begin with")]
    [InlineData("Spedizioni", "text", "Another answer is called “Spedizioni” already.")]
    public async Task What_cannot_be_an_answer_is_refused_with_its_reason_and_what_was_typed_stays(string name, string text, string why)
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, $"Wrong {why.Length} {name}");
        await desk.GetAsync(Hours);
        var page = await desk.SubmitAsync("/desk/answers/edit", ("Name", name), ("Examples", "come state?"), ("Text", text));
        Assert.Contains(why, page.Words, StringComparison.Ordinal);
        Assert.Contains("come state?", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_over_somebody_elses_change_is_told_first_and_loses_nothing()
    {
        using var one = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "First Staff");
        using var other = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Second Staff");
        await one.GetAsync("/desk/answers/edit?language=en");
        await other.GetAsync("/desk/answers/edit?language=en");
        await one.SubmitAsync("/desk/answers/edit", ("Name", "Gift wrap"), ("Examples", "do you gift wrap"), ("Text", "Yes, for free."));
        var told = await other.SubmitAsync(
            "/desk/answers/edit", ("Name", "Workshops"), ("Examples", "do you hold workshops"), ("Text", "On Saturdays."));
        Assert.Contains("Somebody changed the answers meanwhile.", told.Words, StringComparison.Ordinal);
        Assert.Contains("On Saturdays.", told.Html, StringComparison.Ordinal);
        await other.SubmitAsync(
            "/desk/answers/edit", ("Name", "Workshops"), ("Examples", "do you hold workshops"), ("Text", "On Saturdays."));
        var list = await other.GetAsync("/desk/answers?language=en");
        Assert.Contains("Yes, for free.", list.Words, StringComparison.Ordinal);
        Assert.Contains("On Saturdays.", list.Words, StringComparison.Ordinal);

        await other.GetAsync("/desk/answers/edit?language=en&title=Workshops");
        Assert.DoesNotContain(
            "On Saturdays.", (await other.SubmitAsync("/desk/answers/edit?handler=Remove")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_was_not_understood_becomes_an_example_of_an_answer()
    {
        await shop.PlayAsync("puzzled1 says: zqkk frumpi al banco vostro zzqx");
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Teach Staff");
        var teach = await desk.GetAsync(await TeachAsync(desk, "frumpi"));
        Assert.Contains("zqkk frumpi al banco vostro zzqx", teach.Words, StringComparison.Ordinal);
        var utterance = teach.Path.Split('=')[^1];
        var edit = await desk.GetAsync($"/desk/answers/edit?language=it&utterance={utterance}&title=");
        Assert.Contains("zqkk frumpi al banco vostro zzqx</textarea>", edit.Html, StringComparison.Ordinal);
        await desk.SubmitAsync(
            "/desk/answers/edit", ("Name", "Frumpi"), ("Examples", "zqkk frumpi al banco vostro zzqx"),
            ("Text", "Il frumpi è al banco 4."));
        Assert.Contains("banco 4", await AnswerToAsync("zqkk frumpi al banco vostro zzqx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_is_taught_waits_for_the_next_start_and_can_be_taken_back()
    {
        await shop.PlayAsync("puzzled2 says: asdkjh qwoeiu zzkq");
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Learn Staff");
        await desk.GetAsync(await TeachAsync(desk, "asdkjh"));
        var page = await desk.SubmitAsync("/desk/answers/teach", ("Text", "asdkjh qwoeiu zzkq"), ("Intent", "opening-hours"));
        Assert.Contains("learns it when the shop is started next", page.Words, StringComparison.Ordinal);
        var file = Path.Combine(shop.Now.Folder, "utterances", "it", "opening-hours.txt");
        Assert.Equal(["asdkjh qwoeiu zzkq"], File.ReadAllLines(file));
        await desk.GetAsync(await TeachAsync(desk, "asdkjh"));
        foreach (var intent in new[] { "opening-hours", "no-intent", "" })
            Assert.Contains(
                "It was not added",
                (await desk.SubmitAsync("/desk/answers/teach", ("Text", "asdkjh qwoeiu zzkq"), ("Intent", intent))).Words,
                StringComparison.Ordinal);
        await desk.GetAsync("/desk/answers?language=it");
        Assert.DoesNotContain("asdkjh", (await desk.SubmitAsync("/desk/answers?handler=Forget")).Words, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task An_answer_that_is_not_there_is_not_found()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Absent Staff");
        foreach (var path in new[] { "/desk/answers/edit?language=it&title=Nessuno", "/desk/answers/teach?utterance=999999" })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(path)).Status);
    }

    private static async Task<string> TeachAsync(DeskVisitor desk, string word)
    {
        var health = await desk.GetAsync("/desk/health");
        var row = health.Html[health.Html.IndexOf(word, StringComparison.Ordinal)..];
        return System.Text.RegularExpressions.Regex.Match(row, "/desk/answers/teach\\?utterance=\\d+").Value;
    }

    private async Task<string> AnswerToAsync(string text)
    {
        var who = $"asker{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync($"{who} says: {text}");
        var chat = await Chat.OpenAsync(shop.Now, who);
        return (await chat.EverythingAsync())[^1].Words;
    }
}
