using CommerceBot.Recognition;
using CommerceBot.Recognition.Classification;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>What shoppers write is understood; whatever they write, there is an answer.</summary>
public sealed class ShopRecognizerTests
{
    [Theory]
    [InlineData("it", "vorrei parlare con un operatore in carne ed ossa", Intent.Person)]
    [InlineData("it", "dove si trova la roba che ho ordinato martedi", Intent.OrderStatus)]
    [InlineData("it", "ho cambiato idea, annullate l'ordine per favore", Intent.CancelOrder)]
    [InlineData("it", "il piatto è arrivato in mille pezzi", Intent.Complaint)]
    [InlineData("it", "come faccio a rimandarvi indietro il cuscino?", Intent.RefundReturn)]
    [InlineData("it", "avete tazzine blu?", Intent.Search)]
    [InlineData("en", "i would like to speak to a real human being", Intent.Person)]
    [InlineData("en", "where is the stuff i ordered on tuesday", Intent.OrderStatus)]
    [InlineData("en", "i changed my mind, please cancel my order", Intent.CancelOrder)]
    [InlineData("en", "the plate arrived in a thousand pieces", Intent.Complaint)]
    [InlineData("en", "how do i send the cushion back to you?", Intent.RefundReturn)]
    [InlineData("en", "do you have any blue mugs?", Intent.Search)]
    public void A_plain_intent_is_understood(string language, string text, Intent intent)
    {
        var answer = Recognizers.Recognize(text, language);
        Assert.Equal(intent, answer.TopIntent);
        Assert.True(answer.IsConfident);
        Assert.Equal(language, answer.Language.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\uD800")]
    [InlineData("...")]
    [InlineData("\u200B\u200B")]
    public void A_message_without_a_word_has_an_answer_too(string text)
    {
        var answer = Recognizers.Recognize(text);
        Assert.Equal(Intent.Gibberish, answer.TopIntent);
        Assert.Equal("", answer.Entities.Query);
    }

    [Fact]
    public void Any_text_has_all_intents_sorted_and_they_sum_to_one() => CsCheck.Check.Sample(CsCheck.Gen.String, text =>
    {
        var answer = Recognizers.Recognize(text);
        Assert.Equal(IntentNames.All.Count, answer.Intents.Count);
        Assert.Equal(1, answer.Intents.Sum(one => one.Score), 0.001);
        Assert.Equal(answer.Intents.OrderByDescending(one => one.Score), answer.Intents);
        _ = answer.Entities;
    });

    [Fact]
    public async Task Many_shoppers_at_once_get_the_answers_that_one_gets()
    {
        var texts = Recognizers.Sentences.Where((_, i) => i % 40 == 0).Select(one => one.Text).ToArray();
        var alone = texts.Select(text => Top(text)).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => texts.Select(text => Top(text)).ToArray())));
        Assert.All(together, answers => Assert.Equal(alone, answers));

        static (Intent, double) Top(string text) => Recognizers.Recognize(text) is var answer ? (answer.TopIntent, answer.Score) : default;
    }

    [Fact]
    public void An_Italian_sentence_in_an_English_conversation_is_read_as_Italian() =>
        Assert.Equal("it", Recognizers.Recognize("vorrei sapere quando arriva il mio ordine", "en").Language.Code);

    [Fact]
    public void A_word_of_both_languages_stays_in_the_conversations()
    {
        Assert.Equal("it", Recognizers.Recognize("ok", "it").Language.Code);
        Assert.Equal("en", Recognizers.Recognize("ok", "en").Language.Code);
    }

    [Fact]
    public async Task A_turn_is_answered_in_the_words_of_the_Bot_Framework()
    {
        var turn = new TurnContext(
            new TestAdapter(), new Activity
            {
                Type = ActivityTypes.Message,
                Text = "metti due candele rosse nel carrello",
                Locale = "it-IT",
            }
        );
        var result = await ((IRecognizer)Recognizers.Shop).RecognizeAsync(turn, CancellationToken.None);
        Assert.Equal("cart-add", result.Intents.MaxBy(one => one.Value.Score).Key);
        Assert.Equal(2, result.Entities["quantity"].GetInt32());
        Assert.Equal("candele rosse", result.Entities["query"].GetString());
        Assert.Equal("it", result.Properties["language"]);
        Assert.Equal(
            result.Entities["query"].GetString(),
            (await Recognizers.Shop.RecognizeAsync<RecognizerResult>(turn, CancellationToken.None)).Entities["query"].GetString());
    }

    [Fact]
    public void A_model_with_an_intent_that_nobody_knows_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ShopRecognizer(new LinearModel(["dance", "greeting"], ["it"], [], new float[16])));
}
