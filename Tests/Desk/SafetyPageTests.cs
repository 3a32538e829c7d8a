using System.Net;
using CommerceBot.Catalog;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Goods;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>Who made a thing and what it warns of, as a merchant writes it in the desk and a shopper reads it.</summary>
public sealed class SafetyPageTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private const string Form = "/desk/products/safety";
    private static int _shoppers;

    [Fact]
    public async Task What_a_merchant_writes_is_read_in_the_details_at_once_and_stays_when_a_feed_comes()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Safety Staff");
        await shop.Merchant.ImportWithAsync("pesto", ("manufacturer_name", "Feed Srl"), ("safety_warnings", "Contains nuts"));
        Assert.Contains("Fabbricante: Feed Srl\nAvvertenze", await DetailsAsync("pesto"), StringComparison.Ordinal);
        var page = await desk.GetAsync($"{Form}?sku=pesto");
        Assert.Contains("Your feed says: Feed Srl", page.Words, StringComparison.Ordinal);
        var after = await desk.SubmitAsync(
            Form, ("MakerName", " Aurora\u200b  Lab "), ("MakerAddress", "Via Po 1, 10121 Torino"),
            ("MakerElectronic", "lab@aurora.example"),
            ("EuName", "Europa Srl"), ("WarningsIn[it]", "Contiene frutta a guscio.\r\nTenere al fresco."));
        Assert.Contains("Maker and safety are saved", after.Words, StringComparison.Ordinal);
        // The reader of this page reads English, for which there is the feed's warning alone.
        Assert.Contains("Maker Aurora Lab, Via Po 1, 10121 Torino, lab@aurora.example", after.Words, StringComparison.Ordinal);
        Assert.Contains("Contains nuts", after.Words, StringComparison.Ordinal);
        Assert.Contains("The law asks for this too: Responsible person's postal address, Resp", after.Words, StringComparison.Ordinal);

        const string Italian = "Fabbricante: Aurora Lab, Via Po 1, 10121 Torino, lab@aurora.example\nResponsabile nell'UE: Europa Srl\n"
            + "Avvertenze di sicurezza: Contiene frutta a guscio.\nTenere al fresco.";
        Assert.Contains(Italian, await DetailsAsync("pesto"), StringComparison.Ordinal);
        await shop.Merchant.ImportWithAsync("pesto", ("manufacturer_name", "Other Srl"), ("safety_warnings", "Hot"));
        Assert.Contains(Italian, await DetailsAsync("pesto"), StringComparison.Ordinal);
        await shop.Merchant.ImportAsync();
        Assert.Contains(Italian, await DetailsAsync("pesto"), StringComparison.Ordinal);
        using var owner = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Safety Owner");
        Assert.Contains(
            "Maker and safety changed pesto: Aurora Lab, Via Po 1, 10121 Torino, lab@aurora.example | Europa Srl | Contiene",
            (await owner.GetAsync("/desk/people")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_field_leaves_the_feeds_word_and_a_button_takes_all_of_it_back()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Back Staff");
        await shop.Merchant.ImportWithAsync("soap", ("manufacturer_name", "Feed Srl"), ("manufacturer_address", "Via Feed 2"));
        await desk.GetAsync($"{Form}?sku=soap");
        Assert.False(desk.View.HasFormTo($"{Form}?handler=Feed"));
        await desk.SubmitAsync(Form, ("MakerAddress", "Via Mia 3"));
        Assert.Contains("Feed Srl, Via Mia 3", (await SafetyAsync("soap")).Maker.Line, StringComparison.Ordinal);
        await desk.GetAsync($"{Form}?sku=soap");
        var after = await desk.SubmitAsync($"{Form}?handler=Feed");
        Assert.Contains("What the feed says holds again.", after.Words, StringComparison.Ordinal);
        Assert.Equal("Feed Srl, Via Feed 2", (await SafetyAsync("soap")).Maker.Line);
        using var owner = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Back Owner");
        Assert.Contains(
            "Maker and safety as the feed says soap", (await owner.GetAsync("/desk/people")).Words, StringComparison.Ordinal);
        await shop.Merchant.ImportAsync();
    }

    [Theory]
    [InlineData("MakerName", 301, "At most 300 characters: these are 301.")]
    [InlineData("EuAddress", 5000, "At most 300 characters: these are 5000.")]
    [InlineData("Warnings", 2001, "At most 2000 characters: these are 2001.")]
    [InlineData("WarningsIn[it]", 2001, "At most 2000 characters: these are 2001.")]
    public async Task What_is_too_long_is_said_beside_its_field_and_comes_back_as_typed(string field, int length, string said)
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, $"Long {field}");
        await desk.GetAsync($"{Form}?sku=moka-1");
        var after = await desk.SubmitAsync(Form, (field, new string('x', length)), ("EuName", "Kept Srl"));
        Assert.Contains(said, after.Words, StringComparison.Ordinal);
        var id = field.Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        Assert.Contains($"aria-describedby=\"{id}-fault\"", after.Html, StringComparison.Ordinal);
        Assert.Contains($"id=\"{id}-fault\"", after.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept Srl\"", after.Html, StringComparison.Ordinal);
        Assert.True((await SafetyAsync("moka-1")).IsEmpty);
    }

    [Theory]
    [InlineData("info@aurora.example", true)]
    [InlineData("Info@Aurora.example", true)]
    [InlineData("www.aurora.example", true)]
    [InlineData("https://aurora.example/contatti?lingua=it", true)]
    [InlineData("info@società.example", true)]
    [InlineData("Aurora <info@aurora.example>", false)]
    [InlineData("info@", false)]
    [InlineData("ask us", false)]
    [InlineData("javascript://aurora.example/%0aalert(1)", false)]
    [InlineData("https://user:word@aurora.example", false)]
    [InlineData("localhost", false)]
    [InlineData("https://10.0.0.1", false)]
    public void An_electronic_address_is_one_that_can_be_written_to_or_opened(string typed, bool isOne) =>
        Assert.Equal(isOne, SafetyRules.IsElectronic(typed));

    [Fact]
    public async Task An_address_that_is_none_is_said_beside_its_field()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Wrong Staff");
        await desk.GetAsync($"{Form}?sku=moka-1");
        var after = await desk.SubmitAsync(Form, ("MakerElectronic", "ask us"));
        Assert.Contains("Write an e-mail such as info@example.com", after.Words, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"MakerElectronic-fault\"", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_is_not_there_has_no_such_page()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Absent Staff");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync(HttpMethod.Get, $"{Form}?sku=nothing")).Status);
    }

    private async Task<ProductSafety> SafetyAsync(string sku) =>
        (await shop.Now.Get<ISafetyData>().FindAsync(new Sku(sku), CancellationToken.None))!.ReadIn(Language.Italian);

    /// <summary>What a new shopper reads who asks for a product's details.</summary>
    private async Task<string> DetailsAsync(string text)
    {
        var chat = await Chat.OpenAsync(shop.Now, $"reader{Interlocked.Increment(ref _shoppers)}");
        var replies = await chat.SayAsync(text);
        if (replies.Any(reply => reply.Cards.Any(card => card.Buttons.Any(button => button.Title == "Dettagli"))))
            replies = await chat.TapAsync("Dettagli", "Pesto");
        return string.Join('\n', replies.Select(reply => reply.Text));
    }
}
