using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Answers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>Answers that are changed in the desk: one section, and nothing else of the file.</summary>
public sealed class AnswerEditingTests : IDisposable
{
    private const string File2 = "# One\nIntent: coupon\n- a b\n\nfirst\n\n# Broken\nno head\n\ntext\n\n# Two\n- c d\n\nsecond\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("editing").FullName;

    private string Edited => Path.Combine(_folder, "data");

    [Fact]
    public void One_section_is_replaced_and_every_other_line_stays_as_it_was()
    {
        var section = AnswerEditing.Write(new MerchantAnswer("New", [Intent.Coupon], ["x y"], "fresh\nwords", ["cart"])).Section;
        Assert.Equal(
            "# New\nIntent: coupon\nButtons: cart\n- x y\n\nfresh\nwords\n\n# Broken\nno head\n\ntext\n\n# Two\n- c d\n\nsecond\n",
            AnswerEditing.Replace(File2, "One", section));
        Assert.Equal("# Broken\nno head\n\ntext\n\n# Two\n- c d\n\nsecond\n", AnswerEditing.Replace(File2, "One", null));
        Assert.EndsWith("second\n\n" + section, AnswerEditing.Replace(File2, null, section), StringComparison.Ordinal);
        Assert.Equal(section, AnswerEditing.Replace("", null, section));
        Assert.Null(AnswerEditing.Replace(File2, "Three", section));
    }

    [Theory]
    [InlineData("", "x y", "text", AnswerFault.Heading)]
    [InlineData("A", "x y", "", AnswerFault.NoText)]
    [InlineData("A", null, "text", AnswerFault.NobodyAsks)]
    [InlineData("A", "x y", "see {price}", AnswerFault.Placeholder)]
    [InlineData("A", "x y", "text\n# B\nmore", AnswerFault.Line)]
    public void What_would_not_be_read_again_as_it_was_meant_is_told(string title, string? example, string text, AnswerFault fault) =>
        Assert.Contains(
            AnswerEditing.Write(new MerchantAnswer(title, [], example is null ? [] : [example], text, [])).Problems,
            problem => problem.Fault == fault);

    [Fact]
    public void An_edited_file_counts_at_once_instead_of_the_shops_own_and_may_be_given_up()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "en.md"), File2);
        var files = new AnswerFiles(_folder, Edited);
        var answers = new MerchantAnswers(files, new FakeTimeProvider(), NullLogger<MerchantAnswers>.Instance);
        Assert.Equal("first", answers.Find(Intent.Coupon, Language.English)?.Text);
        Assert.True(files.TryWrite("en", File2, File2.Replace("first", "edited", StringComparison.Ordinal)));
        Assert.Equal("edited", answers.Find(Intent.Coupon, Language.English)?.Text);
        Assert.False(files.TryWrite("en", File2, "somebody was quicker"));
        Assert.Equal("edited", answers.Find(Intent.Coupon, Language.English)?.Text);
        Assert.Equal(File2, System.IO.File.ReadAllText(Path.Combine(_folder, "en.md")));
        files.Restore("en");
        Assert.Equal("first", answers.Find(Intent.Coupon, Language.English)?.Text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
