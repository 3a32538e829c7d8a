using CommerceBot.Tests.Architecture.Reading;
using CommerceBot.Tests.Architecture.Style;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>What other modules may call says what it means.</summary>
public sealed class DocTests
{
    private const string Above = "/// <summary>A.</summary>\n";

    [Fact]
    public void What_is_public_is_documented() => Findings.None(DocRules.Undocumented(SourceTree.Product));

    [Theory]
    [InlineData("namespace A;\n\npublic sealed class Cart(int most);", "Cart")]
    [InlineData("namespace A\n{\n    public enum Kind { One }\n}", "Kind")]
    [InlineData(Above + "public enum Kind\n{\n    One,\n\n    /// <summary>B.</summary>\n    Two = 2,\n}", "One")]
    [InlineData(Above + "public enum Kind\n{\n    /// <summary>B.</summary>\n    One,\n    Two = 2,\n}", "Two")]
    [InlineData(Above + "public interface IStore\n{\n    Task SaveAsync(int at = 0);\n}", "SaveAsync")]
    [InlineData(Above + "public interface IStore\n{\n    int Count { get; }\n}", "Count")]
    [InlineData(Above + "public class Cart\n{\n    // Why.\n    public int Count { get; } = new[] { 1 }.Length;\n}", "Count")]
    [InlineData(Above + "public class Cart\n{\n    [Obsolete(\"{\")]\n    public Cart(int a) : base(a) { }\n}", "Cart")]
    [InlineData(Above + "public class Cart\n{\n    int _a = 1 switch { _ => 2 };\n    public T Add<T>() where T : class { }\n}", "Add")]
    [InlineData(Above + "public struct Money\n{\n    public static bool operator >=(Money a, Money b) => a == b;\n}", "xx")]
    [InlineData(Above + "public record Result\n{\n    public sealed record Done : Result;\n}", "Done")]
    public void What_is_public_and_has_no_comment_is_seen(string text, string name) =>
        Assert.Contains($": {name} is public", Assert.Single(DocRules.Undocumented([Code(text)])), StringComparison.Ordinal);

    [Theory]
    [InlineData("internal class Cart { public int Count; public class Line { public int Count; } public interface IA { void B(); } }")]
    [InlineData(Above + "[Serializable]\n[Obsolete(\n    \"a\")]\npublic sealed class Cart;")]
    [InlineData(Above + "public enum Kind { One, Two }")]
    [InlineData(Above + "public class Cart\n{\n    public override string ToString() => \"\";\n    internal int B { get; }\n}")]
    [InlineData(Above + "public class Cart\n{\n    void A() { var public_ = \"public int B;\"; }\n#pragma warning disable CS1\n}")]
    [InlineData(Above + "public partial class Cart;\npublic partial class Cart { }")]
    public void What_has_a_comment_or_needs_none_is_nobodys_fault(string text) => Assert.Empty(DocRules.Undocumented([Code(text)]));

    [Fact]
    public void A_place_is_told() =>
        Assert.Equal("A.cs:3: Cart is public and has no comment", Assert.Single(DocRules.Undocumented([Code("\n\npublic class Cart;")])));

    private static SourceFile Code(string text) => new("A.cs", text);
}
