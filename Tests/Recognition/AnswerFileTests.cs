using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Answers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Recognition;

public sealed class AnswerFileTests : IDisposable
{
    private const string Gift = """
        # Gift wrap
        Buttons: person, cart
        - do you gift wrap?
        - can it be wrapped as a gift?

        Yes, for free.
        Write to {email}.
        Call {phone}.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("answers").FullName;
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_section_is_read_whole()
    {
        var (answers, problems) = AnswerFile.Read("en.md", Gift);
        Assert.Empty(problems);
        var answer = Assert.Single(answers);
        Assert.Equal(("Gift wrap", 2, 2), (answer.Title, answer.Examples.Count, answer.Buttons.Count));
        Assert.StartsWith("Yes, for free.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# A\nIntent: shipping\n\ntext", "no intent is called 'shipping'")]
    [InlineData("# A\nButtons: buy\n- x y\n\ntext", "no button is called 'buy'")]
    [InlineData("# A\n- how much is it", "has no answer")]
    [InlineData("# A\n\nan answer to nothing", "nobody can ask")]
    [InlineData("# A\n- x y\n\nsee {price}", "nothing is called {price}")]
    [InlineData("# A\nanswer at once\n- x y\n\ntext", "neither Intent:")]
    [InlineData("words before a heading\n# A\n- x\n\ny", "begins with a heading")]
    [InlineData("# A\nIntent: coupon\n\na\n# B\nIntent: coupon\n\nb", "both answer coupon")]
    public void What_is_wrong_is_named_with_its_place(string text, string problem) =>
        Assert.Contains(AnswerFile.Read("en.md", text).Problems, found => found.Problem.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void An_answer_that_is_too_long_is_refused() =>
        Assert.NotEmpty(AnswerFile.Read("en.md", "# A\n- x y\n\n" + new string('x', AnswerFile.LongestText + 1)).Problems);

    [Fact]
    public void A_line_without_a_value_is_left_out() =>
        Assert.Equal(
            "Yes, for free.\nWrite to a@b.",
            AnswerPlaceholders.Fill("Yes, for free.\nWrite to {email}.\nCall {phone}.", name => name == "email" ? "a@b" : null));

    [Fact]
    public void A_file_that_changed_is_read_again_and_another_way_of_asking_finds_the_answer()
    {
        var files = new AnswerFiles(_folder, Path.Combine(_folder, "edited"));
        var answers = new MerchantAnswers(files, _time, NullLogger<MerchantAnswers>.Instance);
        Assert.Null(answers.FindByExample("do you gift wrap", Language.English));
        File.WriteAllText(Path.Combine(_folder, "en.md"), Gift);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Gift wrap", answers.FindByExample("Do you gift wrap it?", Language.English)?.Title);
        Assert.Null(answers.FindByExample("do you sell gifts for a wedding", Language.English));
        Assert.Null(answers.FindByExample("do you gift wrap", Language.Italian));
        Assert.Null(answers.Find(Intent.Coupon, Language.English));
    }

    [Fact]
    public void The_samples_answers_are_all_right_and_a_dozen_a_language()
    {
        var folder = Path.Combine(BotFramework.Listing.Repository.Root, "Answers");
        Assert.Empty(MerchantAnswers.Check(new AnswerFiles(folder, Path.Combine(_folder, "edited"))));
        Assert.All(
            Directory.GetFiles(folder, "*.md"),
            file => Assert.InRange(AnswerFile.Read(file, File.ReadAllText(file)).Answers.Count, 12, 40));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
