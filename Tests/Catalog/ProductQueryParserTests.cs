using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>What is taken out of a sentence, and what is left to be searched for.</summary>
public sealed class ProductQueryParserTests
{
    [Theory]
    [InlineData("it", "tazze sotto i 20 euro", null, "<20")]
    [InlineData("it", "un piatto bello ma nn oltre 22 euro", null, "22")]
    [InlineData("it", "non più di 15€", null, "15")]
    [InlineData("it", "idea regalo x un collega, budget 25", null, "25")]
    [InlineData("it", "massimo 30", null, "30")]
    [InlineData("it", "max 12,50 euro", null, "12.5")]
    [InlineData("it", "fino a 1.500 euro", null, "1500")]
    [InlineData("it", "tra i 10 e i 30 euro", "10", "30")]
    [InlineData("it", "fra 30 e 10", "10", "30")]
    [InlineData("it", "da 10 a 20 euro", "10", "20")]
    [InlineData("it", "20-30€", "20", "30")]
    [InlineData("it", "più di 50 euro", ">50", null)]
    [InlineData("it", "almeno 40", "40", null)]
    [InlineData("it", "da 50 euro in su", "50", null)]
    [InlineData("it", "meno di venti euro", null, "<20")]
    [InlineData("it", "un regalo da 20 euro", null, "20")]
    [InlineData("it", "che non costi più di 18 euro", null, "18")]
    [InlineData("it", "padella 28 cm", null, null)]
    [InlineData("it", "più di 3 tazze", null, null)]
    [InlineData("it", "meno di 500 g", null, null)]
    [InlineData("it", "moka da 3 tazze", null, null)]
    [InlineData("en", "mugs under 20", null, "<20")]
    [InlineData("en", "tableware for less than €25", null, "<25")]
    [InlineData("en", "cooks knife below 50", null, "<50")]
    [InlineData("en", "max 25", null, "25")]
    [InlineData("en", "no more than 9.90 euros", null, "9.9")]
    [InlineData("en", "between 10 and 30", "10", "30")]
    [InlineData("en", "from 10 to 30 euros", "10", "30")]
    [InlineData("en", "£20-30 gifts", "20", "30")]
    [InlineData("en", "over 50 euros", ">50", null)]
    [InlineData("en", "at least 1,200", "1200", null)]
    [InlineData("en", "20 euros or less", null, "20")]
    [InlineData("en", "a budget of thirty", null, "30")]
    [InlineData("en", "i have 15 euros to spend", null, "15")]
    [InlineData("en", "linen tablecloth 140 x 250", null, null)]
    [InlineData("en", "under 30 cm", null, null)]
    [InlineData("en", "over 4 cups", null, null)]
    public void Bounds_of_the_price_are_taken_and_other_numbers_are_not(string language, string text, string? least, string? most)
    {
        var query = ProductQueryParser.Parse(text, new Language(language));
        Assert.Equal((least, most), (Written(query.AtLeast, '>'), Written(query.AtMost, '<')));
    }

    [Theory]
    [InlineData("it", "biscotti senza glutine", "FreeFrom gluten")]
    [InlineData("it", "senza glutine, uova e lattosio", "FreeFrom gluten, FreeFrom eggs, FreeFrom lactose")]
    [InlineData("it", "sono celiaca", "FreeFrom gluten")]
    [InlineData("it", "allergico alla frutta a guscio", "FreeFrom nuts")]
    [InlineData("it", "dolci vegani", "Claim vegan")]
    [InlineData("it", "cuscino ma non giallo", "Colour yellow")]
    [InlineData("it", "di tutti i colori tranne il rosso e il verde", "Colour red, Colour green")]
    [InlineData("it", "niente plastica", "Material plastic")]
    [InlineData("it", "non di legno", "Material wood")]
    [InlineData("it", "tutto tranne candele", "Thing candel")]
    [InlineData("it", "orologio che non fa tic tac", "")]
    [InlineData("it", "senza manico", "FreeFrom manico")]
    [InlineData("it", "non troppo caro", "")]
    [InlineData("en", "nut free biscuits", "FreeFrom nuts")]
    [InlineData("en", "nut-free biscuits", "FreeFrom nuts")]
    [InlineData("en", "gluten and lactose free", "FreeFrom lactose")]
    [InlineData("en", "without nuts, eggs or milk", "FreeFrom nuts, FreeFrom eggs, FreeFrom milk")]
    [InlineData("en", "bpa free bottle", "FreeFrom bpa")]
    [InlineData("en", "plastic free toys", "Material plastic")]
    [InlineData("it", "senza lattosio", "FreeFrom lactose")]
    [InlineData("it", "senza latte", "FreeFrom milk")]
    [InlineData("en", "is this for a coeliac", "FreeFrom gluten")]
    [InlineData("en", "i am allergic to hazelnuts", "FreeFrom hazelnuts")]
    [InlineData("en", "a cushion but nothing yellow", "Colour yellow")]
    [InlineData("en", "an umbrella that is not red or green", "Colour red, Colour green")]
    [InlineData("en", "vegan chocolate", "Claim vegan")]
    [InlineData("en", "anything but candles", "Thing candl")]
    [InlineData("en", "a note book", "")]
    public void Exclusions_and_claims_are_taken(string language, string text, string expected)
    {
        var query = ProductQueryParser.Parse(text, new Language(language));
        var taken = query.Required.Concat(query.Excluded).Select(one => $"{one.Kind} {one.Value}");
        Assert.Equal(expected.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(), taken.Order());
    }

    [Theory]
    [InlineData("it", "il caffè più economico che avete", "Cheapest", "", "caffe")]
    [InlineData("it", "la pentola più cara", "Dearest", "", "pentola")]
    [InlineData("it", "tazze rosse in offerta", "Relevance", "OnSale , Colour red", "tazze")]
    [InlineData("it", "che novità avete?", "Relevance", "New ", "")]
    [InlineData("it", "la cosa piu comprata da voi qual e?", "Relevance", "Bestseller ", "")]
    [InlineData("it", "plaid 130 x 180", "Relevance", "Size 130x180", "plaid")]
    [InlineData("it", "maglia taglia M", "Relevance", "Size m", "maglia")]
    [InlineData("it", "vorrei una tazza per la mamma", "Relevance", "", "tazza")]
    [InlineData("it", "una borsa x la spesa", "Relevance", "", "borsa,spesa")]
    [InlineData("it", "l'olio per l'insalata", "Relevance", "", "olio,insalata")]
    [InlineData("en", "cheapest pasta", "Cheapest", "", "pasta")]
    [InlineData("en", "whats on sale", "Relevance", "OnSale ", "")]
    [InlineData("en", "do you offer vases?", "Relevance", "", "vases")]
    [InlineData("en", "your best selers?", "Relevance", "Bestseller ", "")]
    [InlineData("en", "anything new?", "Relevance", "New ", "")]
    [InlineData("en", "for our new house", "Relevance", "", "new,house")]
    [InlineData("it", "regalo per la casa nuova", "Relevance", "", "casa")]
    [InlineData("en", "mum's candle", "Relevance", "", "candle")]
    [InlineData("en", "coffee 250 g", "Relevance", "Size 250g", "coffee")]
    [InlineData("en", "copper pan", "Relevance", "Material copper", "copper,pan")]
    public void Properties_and_order_are_taken_and_the_rest_is_left(string language, string text, string sort, string wanted, string terms)
    {
        var query = ProductQueryParser.Parse(text, new Language(language));
        Assert.Equal(sort, query.Sort.ToString());
        Assert.Equal(wanted.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(),
            query.Wanted.Select(one => $"{one.Kind} {one.Value}").Order());
        Assert.Equal(terms, string.Join(',', query.Terms.SelectMany(term => term.Words)));
    }

    [Theory]
    [InlineData("it", "tazza da caffè", "tazza caffe")]
    [InlineData("it", "coltello per il pane", "coltello")]
    [InlineData("en", "coffee grinder", "coffee grinder")]
    [InlineData("en", "a pen to write letters with", "pen")]
    [InlineData("en", "throws for the sofa", "throws")]
    public void The_thing_itself_is_told_from_what_it_is_for(string language, string text, string head) =>
        Assert.Equal(head, string.Join(' ', Assert.Single(ProductQueryParser.Parse(text, new Language(language)).Terms, term =>
            term.IsHead).Words));

    [Fact]
    public void A_category_that_is_named_is_asked_for_whole()
    {
        Category[] categories = [new(new CategoryId("kitchen"), "Cucina", 3, null), new(new CategoryId("coffee"), "Caffè e tè", 3, null)];
        Assert.Equal("kitchen", ProductQueryParser.Parse("fammi vedere le cose di cucina", Language.Italian, categories).Category?.Value);
        Assert.Equal("coffee", ProductQueryParser.Parse("caffè e tè", Language.Italian, categories).Category?.Value);
        Assert.Null(ProductQueryParser.Parse("grembiule da cucina", Language.Italian, categories).Category);
    }

    [Fact]
    public void Whatever_is_written_it_never_throws() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789-€x., abcnon"], 0, 40]).Sample(text =>
        {
            ProductQueryParser.Parse(text, Language.Italian);
            ProductQueryParser.Parse(text, Language.English);
            ProductQueryParser.Parse(text, new Language("de"));
        });

    private static string? Written(PriceBound? bound, char strict) => bound is not { } known ? null
        : (known.IsInclusive ? "" : strict) + known.Amount.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
