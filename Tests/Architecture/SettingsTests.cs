using CommerceBot.Channels.Email;
using CommerceBot.Channels.Messenger;
using CommerceBot.Payments.Stripe;
using CommerceBot.Tests.BotFramework.Listing;
using CommerceBot.Tests.Architecture.Reading;
using Xunit;

namespace CommerceBot.Tests.Architecture;

public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_that_the_code_reads_is_in_the_README() =>
        Findings.None(SettingsRules.Undocumented(SourceTree.Product, File.ReadAllText(Path.Combine(Repository.Root, "README.md"))));

    /// <summary>What is bound by name is read by no line of code that the rule above could see.</summary>
    [Theory]
    [InlineData(typeof(StripeOptions), "Stripe:")]
    [InlineData(typeof(FacebookOptions), "")]
    [InlineData(typeof(SmtpOptions), "Smtp:")]
    public void Every_setting_that_is_bound_is_in_the_README(Type options, string section)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.All(
            options.GetProperties().Where(property => property.CanWrite),
            property => Assert.Contains($"`{section}{property.Name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void A_setting_that_the_README_does_not_name_is_seen() =>
        Assert.Equal(
            "A.cs:2: the setting Shop:Colour is not in the README",
            Assert.Single(
                SettingsRules.Undocumented(
                    [
                        new(
                            "A.cs",
                            "var a = settings[\"Shop:Name\"];\nvar b = configuration.GetValue(\"Shop:Colour\", 1); // "
                            + "settings[\"Shop:Said\"]\nvar c = settings[$\"Pages:{page}:Token\"];"
                        ),
                    ],
                    "| `Shop:Name` | what it is called |\n| `Pages:{page id}:Token` | of a Page |")));

    [Fact]
    public void Nothing_is_read_from_a_README_that_is_not_about_settings() =>
        Assert.NotEmpty(
            SettingsRules.Undocumented([new("A.cs", "var a = settings[\"Shop:Name\"];")], "Shop:Name in running text, and `Shop:Names`"));
}
