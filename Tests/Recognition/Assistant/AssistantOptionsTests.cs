using CommerceBot.Recognition.Assistant;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.Recognition.Assistant;

public sealed class AssistantOptionsTests
{
    [Fact]
    public void Without_settings_there_is_no_model() => Assert.False(Read().IsOn);

    [Theory]
    [InlineData("https://api.openai.com/v1")]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://127.0.0.1:8000/v1/")]
    [InlineData("http://[::1]:8000/v1")]
    public void An_address_that_is_encrypted_or_on_this_machine_is_taken(string endpoint)
    {
        var options = Read(("Endpoint", endpoint), ("Model", "some-model:8b"), ("ApiKey", " sk-1 "), ("DailyBudget", "7"));
        Assert.Equal(
            (true, new Uri(endpoint), "some-model:8b", "sk-1", 7),
            (options.IsOn, options.Endpoint!, options.Model, options.ApiKey, options.DailyBudget));
    }

    [Fact]
    public void A_thousand_calls_a_day_are_allowed_when_nothing_is_said() =>
        Assert.Equal(1000, Read(("Endpoint", "https://a.example/v1"), ("Model", "m"), ("ApiKey", "k")).DailyBudget);

    [Theory]
    [InlineData("http://models.example/v1", "unencrypted")]
    [InlineData("http://10.0.0.7/v1", "unencrypted")]
    [InlineData("models.example/v1", "whole address")]
    [InlineData("/v1", "whole address")]
    [InlineData("ftp://models.example/v1", "whole address")]
    [InlineData("file:///etc/passwd", "whole address")]
    [InlineData("https://user:secret@models.example/v1", "base address")]
    [InlineData("https://models.example/v1?key=secret", "base address")]
    public void An_address_that_cannot_be_right_is_refused_with_what_to_write(string endpoint, string said)
    {
        var refused = Assert.Throws<ArgumentException>(() => Read(("Endpoint", endpoint), ("Model", "m"), ("ApiKey", "k")));
        Assert.Contains("Assistant:Endpoint", refused.Message, StringComparison.Ordinal);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Endpoint", "Assistant:Model and Assistant:ApiKey are missing")]
    [InlineData("Model", "Assistant:Endpoint and Assistant:ApiKey are missing")]
    [InlineData("ApiKey", "Assistant:Endpoint and Assistant:Model are missing")]
    [InlineData("Endpoint ApiKey", "Assistant:Model is missing")]
    public void Half_a_model_is_refused_and_the_missing_half_is_named(string set, string said)
    {
        var settings = set.Split(' ').Select(name => (name, name == "Endpoint" ? "https://a.example" : "x")).ToArray();
        Assert.Contains(said, Assert.Throws<ArgumentException>(() => Read(settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DailyBudget", "0")]
    [InlineData("DailyBudget", "-5")]
    [InlineData("DailyBudget", "many")]
    [InlineData("DailyBudget", "1.5")]
    [InlineData("DailyBudget", "99999999999")]
    [InlineData("Model", "my model")]
    public void A_value_that_makes_no_sense_is_refused_by_its_name(string name, string value)
    {
        var others = new[] { ("Endpoint", "https://a.example"), ("Model", "m"), ("ApiKey", "k") }.Where(each => each.Item1 != name);
        var refused = Assert.Throws<ArgumentException>(() => Read([.. others, (name, value)]));
        Assert.Contains($"Assistant:{name} is '{value}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_with_a_blank_in_it_is_refused_and_not_repeated()
    {
        var refused = Assert.Throws<ArgumentException>(() => Read(("Endpoint", "https://a.example"), ("Model", "m"), ("ApiKey", "sk 12")));
        Assert.Contains("Assistant:ApiKey", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk 12", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_not_shown_when_the_options_are_written_down() =>
        Assert.DoesNotContain(
            "sk-hidden", $"{Read(("Endpoint", "https://a.example"), ("Model", "m"), ("ApiKey", "sk-hidden"))}", StringComparison.Ordinal);

    internal static AssistantOptions Read(params (string Name, string Value)[] settings) =>
        AssistantOptions.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(each => KeyValuePair.Create($"Assistant:{each.Name}", (string?)each.Value)))
                .Build());
}
