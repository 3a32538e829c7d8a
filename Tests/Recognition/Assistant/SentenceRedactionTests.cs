using CommerceBot.Recognition.Assistant;
using Xunit;

namespace CommerceBot.Tests.Recognition.Assistant;

/// <summary>Nothing personal is stored for a language model or sent to one; what is meant can still be understood.</summary>
public sealed class SentenceRedactionTests
{
    [Theory]
    [InlineData("scrivetemi a mario.rossi@example.com per il pacco", "scrivetemi a [email] per il pacco")]
    [InlineData("my mail is jane+shop@mail.example.co.uk thanks", "my mail is [email] thanks")]
    [InlineData("la mail è mario @ example . com ok?", "la mail è [email] ok?")]
    [InlineData("mario punto rossi chiocciola example punto it", "[email]")]
    [InlineData("write to jane at example dot com please", "write to [email] please")]
    [InlineData("write to jane (at) example.com please", "write to [email] please")]
    [InlineData("my profile is https://facebook.com/jane.doe.77 look", "my profile is [link] look")]
    [InlineData("su instagram sono @la_marghe", "su instagram sono [handle]")]
    [InlineData("chiamatemi al 333 123 4567 domani", "chiamatemi al [phone] domani")]
    [InlineData("call me on +44 (0)20 7946 0958 tomorrow", "call me on [phone] tomorrow")]
    [InlineData("il numero è ３３３１２３４５６７", "il numero è [phone]")]
    [InlineData("tre tre tre uno due tre quattro cinque il mio telefono", "[phone] il mio telefono")]
    [InlineData("rimborso su IT60 X054 2811 1010 0000 0123 456 grazie", "rimborso su [iban] grazie")]
    [InlineData("rimborso su it60x0542811101000000123456 grazie", "rimborso su [iban] grazie")]
    [InlineData("dov'è il K4T-7MQ-3 di ieri", "dov'è il [order] di ieri")]
    [InlineData("dove sta k4t7mq3 di ieri", "dove sta [order] di ieri")]
    [InlineData("where is order 10432 now", "where is order [order] now")]
    [InlineData("portatelo in via Giuseppe Verdi 12/B grazie", "portatelo in [address] grazie")]
    [InlineData("abito in piazza della Scala, n. 5", "abito in [address]")]
    [InlineData("abito in via dell'Orso adesso", "abito in [address] adesso")]
    [InlineData("scrivi a mario@example.com. grazie mille", "scrivi a [email]. grazie mille")]
    [InlineData("consegna in Corso Garibaldi entro sera", "consegna in [address] entro sera")]
    [InlineData("bring it to 221b Baker Street please", "bring it to [address] please")]
    [InlineData("i live at 14 Elm Tree Close now", "i live at [address] now")]
    [InlineData("lieferung an Hauptstraße 5 bitte", "lieferung an [address] bitte")]
    [InlineData("livrer au 12 rue de la Paix", "livrer au [address]")]
    [InlineData("sono a 20121 Milano adesso", "sono a [address] adesso")]
    [InlineData("my postcode is SW1A 1AA by the way", "my postcode is [postcode] by the way")]
    [InlineData("il cap è 20121 ok", "il cap è [number] ok")]
    [InlineData("codice fiscale RSSMRA80A01F205X per la fattura", "codice fiscale [code] per la fattura")]
    [InlineData("p.iva 01234567890 per la fattura", "p.iva [phone] per la fattura")]
    [InlineData("nata il 12/03/1980 a casa", "nata il [date] a casa")]
    [InlineData("mi chiamo Anna Maria Bianchi e cerco una cosa", "mi chiamo [name] e cerco una cosa")]
    [InlineData("mi chiamo anna e cerco una cosa", "mi chiamo [name] e cerco una cosa")]
    [InlineData("my name is John Smith where is it", "my name is [name] where is it")]
    [InlineData("Sono Giulia, avete novità", "Sono [name], avete novità")]
    [InlineData("è per Maria Bianchi a casa sua", "è per [name] a casa sua")]
    [InlineData("Il vicino ha preso tutto, lo dice Colombo", "Il vicino ha preso tutto, lo dice [name]")]
    [InlineData("dov'è il mio pacco? Grazie, Luigi Verdi", "dov'è il mio pacco? Grazie, [name]")]
    public void What_is_personal_is_taken_out(string sentence, string sent) => Assert.Equal(sent, SentenceRedaction.Redact(sentence, []));

    [Theory]
    [InlineData("vorrei 3 tovaglie 150 x 200 sotto i 50 euro")]
    [InlineData("avete il caffè da 500g o da 1000 g?")]
    [InlineData("i'd like two red mugs, not more than 25.50 euro")]
    [InlineData("posso andare via senza pagare?")]
    [InlineData("qualcosa tra 100-200 euro per la nonna")]
    [InlineData("is it 100% cotton? i look at this. nice")]
    [InlineData("il coso che ho visto l'altro giorno da voi")]
    public void What_is_not_personal_stays(string sentence) => Assert.Equal(sentence, SentenceRedaction.Redact(sentence, []));

    [Fact]
    public void What_the_shop_knows_of_the_shopper_is_taken_out_wherever_it_stands() =>
        Assert.Equal(
            "[name] [name] di [name], c'è qualcosa per [name]?",
            SentenceRedaction.Redact("GIULIA còlombo di Vimercate, c'è qualcosa per giulia?", ["Giulia Colombo", "Vimercate"]));

    [Theory]
    [InlineData("[email] [phone]", false)]
    [InlineData("[email] ?! 7", false)]
    [InlineData("[email] ciao", true)]
    public void A_sentence_of_placeholders_alone_is_worth_no_question(string sentence, bool has) =>
        Assert.Equal(has, SentenceRedaction.HasWords(sentence));

    [Fact]
    public void A_long_sentence_is_cut_behind_a_word()
    {
        var said = Recognizers.Recognize(string.Join(' ', Enumerable.Repeat("parolona", 110)));
        var question = AssistantQuestion.Of(said, [])!;
        Assert.InRange(question.Sentence.Length, 400, AssistantQuestion.LongestSentence);
        Assert.EndsWith("parolona", question.Sentence, StringComparison.Ordinal);
        Assert.Equal(3, question.Likely.Count);
    }

    [Fact]
    public void Any_text_is_redacted_in_no_time()
    {
        string[] worst =
        [
            new('1', 1000), new('a', 1000), "via " + new string('a', 990), "it60 " + string.Concat(Enumerable.Repeat("a1", 400)),
            "Via " + new string('A', 990), string.Concat(Enumerable.Repeat("1 ", 500)), string.Concat(Enumerable.Repeat("a.", 500)),
            string.Concat(Enumerable.Repeat("via a ", 160)), string.Concat(Enumerable.Repeat("1 a b c d ", 100)),
            string.Concat(Enumerable.Repeat("it60 a1 ", 120)), string.Concat(Enumerable.Repeat("uno ", 250)),
            string.Concat(Enumerable.Repeat("a punto ", 125)), string.Concat(Enumerable.Repeat("Aa Bb ", 160)), new('@', 1000),
        ];
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var text in worst)
            SentenceRedaction.Redact(text, ["Anna Rossi"]);
        // A pattern that tries every way through a text takes minutes; this takes milliseconds.
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
