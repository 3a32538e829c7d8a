using CommerceBot.Tests.Architecture.Reading;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>The rules read code, not what is said in comments and strings; so they stand on this.</summary>
public sealed class CodeOnlyTests
{
    [Theory]
    [InlineData("a // b\nc", "a     \nc")]
    [InlineData("a /* b\nb */ c", "a     \n     c")]
    [InlineData("x = \"a\\\"b\"; y", "x = \"    \"; y")]
    [InlineData("x = \"\"; y", "x = \"\"; y")]
    [InlineData("x = @\"a\"\"b\\\"; y", "x = @\"     \"; y")]
    [InlineData("x = '\"'; y = '\\''; z", "x = ' '; y = '  '; z")]
    [InlineData("x = $\"a{b}c{{d}}{e(\"f\")}\"; y", "x = $\" {b}      {e(\" \")}\"; y")]
    [InlineData("x = $\"{a switch { 1 => b, _ => c }} d\"; y", "x = $\"{a switch { 1 => b, _ => c }}  \"; y")]
    [InlineData("x = \"\"\"a \"b\" // c\"\"\"; y", "x = \"\"\"          \"\"\"; y")]
    [InlineData("x = $$\"\"\"{a} {{b}}\"\"\"; y", "x = $$\"\"\"    {{b}}\"\"\"; y")]
    [InlineData("x = @$\"a{b}\"; y", "x = @$\" {b}\"; y")]
    public void Comments_and_words_are_blanked_and_code_stays(string text, string code) =>
        Assert.Equal(code, CodeOnly.Of(text));

    [Fact]
    public void Every_source_keeps_its_length_its_lines_and_its_braces()
    {
        foreach (var file in SourceTree.Files)
        {
            Assert.Equal(file.Text.Length, file.Code.Length);
            Assert.Equal(file.Text.Count(sign => sign == '\n'), file.Code.Count(sign => sign == '\n'));
            Assert.True(file.Code.Count(sign => sign == '(') == file.Code.Count(sign => sign == ')'), file.Path);
        }
    }
}
