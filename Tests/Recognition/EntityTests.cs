using CommerceBot.Catalog.Search;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Entities;
using Xunit;
using Language = CommerceBot.Catalog.Language;

namespace CommerceBot.Tests.Recognition;

/// <summary>Numbers, names and things in what shoppers write.</summary>
public sealed class EntityTests
{
    [Theory]
    [InlineData("it", "fammi vedere le candele rosse sotto i 20 euro", "le candele rosse sotto i 20 euro")]
    [InlineData("it", "salve, avete per caso una teiera?", "una teiera")]
    [InlineData("it", "mettimi due tazze blu nel carrello", "tazze blu")]
    [InlineData("it", "c'è ancora l'asciugamano a nido d'ape", "l'asciugamano a nido d'ape")]
    [InlineData("en", "can you show me red candles under 20", "red candles under 20")]
    [InlineData("en", "hi, do you have any t-shirts please?", "t-shirts")]
    [InlineData("en", "put two blue mugs in my basket", "blue mugs")]
    [InlineData("it", "carrello", "carrello")]
    public void What_is_searched_comes_without_the_words_around_it(string language, string text, string query) =>
        Assert.Equal(query, Recognizers.Recognize(text, language).Entities.Query);

    [Fact]
    public void Filters_are_read_by_the_catalogue()
    {
        var products = Recognizers.Recognize("fammi vedere le candele rosse sotto i 20 euro").Entities.Products;
        Assert.Equal(20, products.AtMost?.Amount);
        Assert.Contains(products.Wanted, property => property.Kind == PropertyKind.Colour);
        Assert.Equal(["candele"], products.Terms.SelectMany(term => term.Words));
    }

    [Theory]
    [InlineData("it", "candele rosse sotto i 20 euro")]
    [InlineData("it", "una tovaglia di lino tra 30 e 60 euro")]
    [InlineData("en", "red candles under 20 euros")]
    [InlineData("en", "a linen tablecloth between 30 and 60")]
    public void A_bound_of_the_price_is_a_search_by_price(string language, string text) =>
        Assert.Equal(Intent.PriceFilter, Recognizers.Recognize(text, language).TopIntent);

    [Theory]
    [InlineData("it", "mettimi 3 tazze nel carrello", 3, 0)]
    [InlineData("it", "prendo un paio di candele", 2, 0)]
    [InlineData("it", "aggiungi una dozzina di tovaglioli", 12, 0)]
    [InlineData("it", "aggiungine altri due", 2, 1)]
    [InlineData("it", "uno in meno per favore", 1, -1)]
    [InlineData("it", "prendo il coltello da 20 cm", null, 0)]
    [InlineData("it", "metti nel carrello la tovaglia da 45 euro", null, 0)]
    [InlineData("it", "non 2, fanne 5", 5, 0)]
    [InlineData("en", "add four mugs to my basket", 4, 0)]
    [InlineData("en", "i'll take a couple of candles", 2, 0)]
    [InlineData("en", "put half a dozen glasses in my cart", 6, 0)]
    [InlineData("it", "metti mezza dozzina di bicchieri nel carrello", 6, 0)]
    [InlineData("en", "add a dozen napkins to my cart", 12, 0)]
    [InlineData("en", "two more of those please", 2, 1)]
    [InlineData("en", "add the 20 cm knife to my basket", null, 0)]
    public void Pieces_are_counted_and_measures_are_not(string language, string text, int? quantity, int direction)
    {
        var entities = EntityReader.Read(text, Intent.CartAdd, new Language(language), []);
        Assert.Equal(quantity, entities.Quantity);
        Assert.Equal(direction, entities.QuantityDirection);
    }

    [Theory]
    [InlineData("dov'è il mio ordine K4T-7MQ-3?", "K4T-7MQ-3")]
    [InlineData("where is k4t7mq3", "k4t7mq3")]
    [InlineData("ordine k4t 7mq 3 grazie", "k4t 7mq 3")]
    [InlineData("ABC-DEF-G please", "ABC-DEF-G")]
    public void An_orders_number_is_found_however_it_is_written(string text, string number) =>
        Assert.Equal([number], Recognizers.Recognize(text).Entities.OrderNumbers);

    [Theory]
    [InlineData("ordered something nice")]
    [InlineData("avete bicchieri")]
    [InlineData("il mio telefono è 3331234567")]
    public void A_word_of_seven_letters_is_no_orders_number(string text) => Assert.Empty(Recognizers.Recognize(text).Entities.OrderNumbers);

    [Theory]
    [InlineData("can we speak English please?", "en")]
    [InlineData("parlate italiano?", "it")]
    [InlineData("sprechen Sie Deutsch?", "de")]
    [InlineData("non in inglese, in francese", "fr")]
    [InlineData("hablas espa\u00F1ol", "es")]
    [InlineData("ciao", null)]
    public void A_language_is_known_by_its_name(string text, string? code) =>
        Assert.Equal(code, Recognizers.Recognize(text).Entities.Language?.Code);

    [Theory]
    [InlineData("il vaso è arrivato rotto", ComplaintKind.Broken)]
    [InlineData("mi avete mandato il colore sbagliato", ComplaintKind.Wrong)]
    [InlineData("nel pacco manca un bicchiere", ComplaintKind.Missing)]
    [InlineData("sono in ritardo di due settimane", ComplaintKind.Late)]
    [InlineData("the jug is cracked", ComplaintKind.Broken)]
    [InlineData("you sent the wrong size", ComplaintKind.Wrong)]
    [InlineData("a spoon is missing from the box", ComplaintKind.Missing)]
    [InlineData("my parcel is two weeks late", ComplaintKind.Late)]
    [InlineData("che vergogna", ComplaintKind.Unsaid)]
    public void What_went_wrong_is_understood(string text, ComplaintKind kind) =>
        Assert.Equal(kind, Recognizers.Recognize(text).Entities.Complaint);
}
