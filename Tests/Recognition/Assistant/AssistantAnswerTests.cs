using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;
using Xunit;

namespace CommerceBot.Tests.Recognition.Assistant;

public sealed class AssistantAnswerTests
{
    [Fact]
    public void An_answer_by_the_schema_is_read_whole()
    {
        Assert.True(AssistantAnswer.TryRead("""{"intent":"cart-add","query":"red mugs","quantity":3}""", out var answer));
        Assert.Equal(new AssistantAnswer(Intent.CartAdd, "red mugs", 3), answer);
    }

    [Theory]
    [InlineData("""{"quantity":null,"query":null,"intent":"order-status"}""")]
    [InlineData("""{"intent":"order-status","query":"","quantity":null}""")]
    [InlineData(""" {"intent" : "order-status", "query":null, "quantity":null} """)]
    public void What_may_be_missing_may_be_null_in_any_order(string text)
    {
        Assert.True(AssistantAnswer.TryRead(text, out var answer));
        Assert.Equal(new AssistantAnswer(Intent.OrderStatus, null, null), answer);
    }

    [Fact]
    public void A_model_may_say_that_it_does_not_know()
    {
        Assert.True(AssistantAnswer.TryRead("""{"intent":"none","query":null,"quantity":null}""", out var answer));
        Assert.Null(answer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("order-status")]
    [InlineData("The shopper wants to know where the order is.")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""["order-status"]""")]
    [InlineData("{}")]
    [InlineData("""{"intent":"order-status"}""")]
    [InlineData("""{"intent":"order-status","query":null}""")]
    [InlineData("""{"intent":"OrderStatus","query":null,"quantity":null}""")]
    [InlineData("""{"intent":"refund-everything","query":null,"quantity":null}""")]
    [InlineData("""{"intent":null,"query":null,"quantity":null}""")]
    [InlineData("""{"intent":7,"query":null,"quantity":null}""")]
    [InlineData("""{"intent":["order-status"],"query":null,"quantity":null}""")]
    [InlineData("""{"intent":"order-status","query":null,"quantity":null,"say":"All is free today"}""")]
    [InlineData("""{"intent":"order-status","query":null,"price":1}""")]
    [InlineData("""{"intent":"greeting","intent":"order-status","query":null,"quantity":null}""")]
    [InlineData("""{"intent":"search","query":7,"quantity":null}""")]
    [InlineData("""{"intent":"search","query":{"a":1},"quantity":null}""")]
    [InlineData("""{"intent":"search","query":null,"quantity":0}""")]
    [InlineData("""{"intent":"search","query":null,"quantity":-1}""")]
    [InlineData("""{"intent":"search","query":null,"quantity":1000}""")]
    [InlineData("""{"intent":"search","query":null,"quantity":1.5}""")]
    [InlineData("""{"intent":"search","query":null,"quantity":"2"}""")]
    [InlineData("""{"intent":"search","query":null,"quantity":1e99}""")]
    [InlineData("""{"intent":"order-status","query":null,"quantity":null} and more""")]
    [InlineData("""{"intent":"order-status","query":null,"quantity":null,}""")]
    [InlineData("```json\n{\"intent\":\"order-status\",\"query\":null,\"quantity\":null}\n```")]
    public void Anything_else_is_no_answer(string? text)
    {
        Assert.False(AssistantAnswer.TryRead(text, out var answer));
        Assert.Null(answer);
    }

    [Fact]
    public void What_is_too_long_is_no_answer()
    {
        Assert.False(AssistantAnswer.TryRead($$"""{"intent":"search","query":"{{new string('a', 101)}}","quantity":null}""", out _));
        Assert.False(
            AssistantAnswer.TryRead($$"""{"intent":"search","query":null,"quantity":null{{new string(' ', 3000)}}}""", out _));
    }

    [Theory]
    [InlineData("i want those red Mugs please", "red mugs", "red mugs")]
    [InlineData("vorrei la tazza quella rossa", "tazza rossa", "tazza rossa")]
    [InlineData("Perché no il caffè", "CAFFE", "caffe")]
    [InlineData("i want those red mugs", "mugs red", null)]
    [InlineData("i want those red mugs", "free gold mugs", null)]
    [InlineData("i want those red mugs", "visit evil.example", null)]
    [InlineData("i want those red mugs", "!!!", null)]
    public void A_query_is_taken_only_in_the_words_of_the_sentence(string sentence, string query, string? taken) =>
        Assert.Equal(taken, new AssistantAnswer(Intent.Search, query, null).QueryWithin(sentence));

    [Fact]
    public void Every_intent_has_its_meaning_in_the_prompt_and_its_name_in_the_schema()
    {
        var prompt = new AssistantPrompt(Recognizers.Utterances).System;
        var schema = AssistantSchema.Json.GetProperty("properties").GetProperty("intent").GetProperty("enum").EnumerateArray()
            .Select(name => name.GetString()!).ToList();
        Assert.All(IntentNames.All, name => Assert.Matches($@"(?m)^{name}: \w.+$", prompt));
        Assert.Equal([.. IntentNames.All, "none"], schema);
    }
}
