using CommerceBot.Catalog;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Sylvan.Data.Csv;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>A hundred sentences of people who do not know the shop, each said to the whole shop where it was said.</summary>
public sealed class PublicSentencesTests(OpenShop shop, ITestOutputHelper output) : IClassFixture<OpenShop>
{
    private const double ServedRightly = 0.90;

    private static readonly string[] Questions =
        ["Email", "Phone", "Name", "Country", "Postcode", "City", "Street", "DeliveryMethod", "Summary"];

    [LongFact]
    public async Task They_are_served_rightly_and_trouble_is_never_answered_with_goods()
    {
        Assert.Equal(100, Sentence.All.Count);
        var problems = new List<string>();
        foreach (var language in Sentence.All.GroupBy(sentence => sentence.Lang))
        {
            var missed = new List<string>();
            foreach (var sentence in language)
                if (await PlayAsync(sentence) is { } problem)
                    missed.Add($"{sentence.Id} '{sentence.Text}' {problem}");
            var served = 1 - (double)missed.Count / language.Count();
            output.WriteLine($"{language.Key}: {served:P0} of {language.Count()} are served rightly\n{string.Join('\n', missed)}");
            if (served < ServedRightly)
                problems.Add($"{language.Key}: {served:P0} are served rightly");
            problems.AddRange(missed.Where(one => one.Contains(Sentence.AnsweredWithGoods, StringComparison.Ordinal)));
        }

        Assert.Empty(problems);
    }

    private async Task<string?> PlayAsync(Sentence sentence)
    {
        var (user, locale) = (sentence.Id, sentence.IsItalian ? "it_IT" : "en_IE");
        var play = new Play(shop.Now, locale);
        var chat = await play.EnterAsync(user, "Alex Reed", locale);
        await play.RunAsync(Until(sentence, user));
        await chat.HearAsync();
        var replies = await chat.SayAsync(sentence.Text);
        return sentence.Misses(replies, sentence.IsItalian ? Titles.Value.Italian : Titles.Value.English);
    }

    /// <summary>What was said before, as lines of a play.</summary>
    private static string Until(Sentence sentence, string who)
    {
        var (buy, details, add) = sentence.IsItalian ? ("Compra ora", "Dettagli", "Metti nel carrello")
            : ("Buy now", "Details", "Add to cart");
        var begin = $"{who} says: pesto\n";
        var answers = sentence.IsItalian ? Shopping.InItalian : Shopping.InEnglish;
        string Checkout(int count) => $"{begin}{who} taps: {buy} on pesto\n"
            + string.Concat(answers.Take(count).Select(each => $"{who} says: {each.Answers}\n"));
        var ordered = $"{Checkout(answers.Count)}{who} taps: {(sentence.IsItalian ? "Ordina e paga" : "Order and pay")}\n";
        return sentence.State switch
        {
            "fresh" => "",
            "has-cart" => $"{begin}{who} taps: {details} on pesto\n{who} taps: {add}\n",
            "has-unpaid-order" => ordered,
            "has-paid-order" => ordered + "pays: success\n",
            ['i', 'n', '-', ..] => Checkout(Array.IndexOf(Questions, sentence.State.Split(':')[1])),
            var state => throw new InvalidOperationException($"Nobody knows how to come to '{state}'."),
        };
    }

    private static readonly Lazy<(IReadOnlyDictionary<string, string> Italian, IReadOnlyDictionary<string, string> English)> Titles =
        new(() =>
        {
            var groups = Column(SampleShop.Feeds[0], "item_group_id");
            Dictionary<string, string> ByProduct(string feed) => Column(feed, "title")
                .GroupBy(one => groups[one.Key] is { Length: > 0 } group ? group : one.Key)
                .ToDictionary(product => product.Key, product => product.First().Value);
            return (ByProduct(SampleShop.Feeds[1]), ByProduct(SampleShop.Feeds[0]));
        });

    private static Dictionary<string, string> Column(string feed, string name)
    {
        using var csv = CsvDataReader.Create(feed);
        var (values, id, column) = (new Dictionary<string, string>(), csv.GetOrdinal("id"), csv.GetOrdinal(name));
        while (csv.Read())
            values[csv.GetString(id)] = csv.GetString(column);
        return values;
    }
}
