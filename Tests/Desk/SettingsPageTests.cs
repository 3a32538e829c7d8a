using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>Settings that change while the shop runs: what shoppers see of them, and what is refused.</summary>
public sealed class SettingsPageTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private const string Price = "Values[Delivery:Methods:0:Price]";

    [Fact]
    public async Task Whoever_is_about_to_order_at_an_old_price_of_delivery_is_shown_the_new_total_first()
    {
        await shop.PlayAsync(Shopping.Chooses("fay", "Caraffa") + "bot later: Totale: 33,90 €");
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Price Owner");
        await desk.GetAsync("/desk/settings");
        var saved = await desk.SubmitAsync("/desk/settings", (Price, "6,90"));
        Assert.Contains("The settings are saved and in use.", saved.Words, StringComparison.Ordinal);
        Assert.Contains("appsettings.json says: 4.90", saved.Words, StringComparison.Ordinal);
        await shop.PlayAsync("""
            fay taps: Ordina e paga
            bot: Nel frattempo prezzi o disponibilità sono cambiati: ecco il nuovo riepilogo.
            bot later: Totale: 35,90 € * obbligo di pagare 35,90 €
            fay taps: Ordina e paga
            bot later: 35,90 €
            bot offers: Paga
            """);
        Assert.Equal(690, shop.Merchant.OrderOf("fay@example.com").Delivery.Price.Minor);
        Assert.Contains("Settings changed Delivery:Methods:0:Price: 4.90 → 6,90", (await desk.GetAsync("/desk/people")).Words,
            StringComparison.Ordinal);
        await desk.GetAsync("/desk/settings");
        await desk.SubmitAsync("/desk/settings", (Price, "4.90"));
        Assert.Equal("{}", (await File.ReadAllTextAsync(Path.Combine(shop.Now.Folder, "settings.json"))).Trim());
    }

    [Fact]
    public async Task What_is_saved_counts_at_once_in_chat_and_mail_and_after_the_next_start()
    {
        await using var own = await ShopHost.StartAsync();
        using var desk = await DeskPeople.EnterAsync(own, DeskRole.Owner, "Contact Owner");
        await desk.GetAsync("/desk/settings");
        await desk.SubmitAsync(
            "/desk/settings", ("Values[Shop:SupportEmail]", "Nuovo@Bottega.example"), ("Values[Shop:SupportPhone]", "02 7654 3210"),
            ("Values[Email:Merchant]", "titolare@bottega.example"), ("Values[Shop:LowMark]", "7"),
            ("Values[Shop:TermsUrl]", "https://bottega.example/terms"));
        await AssertInUseAsync(own);
        await own.RestartAsync();
        await AssertInUseAsync(own);
    }

    [Theory]
    [InlineData("Values[Shop:SupportEmail]", "", "E-mail for customers: write one e-mail address")]
    [InlineData("Values[Shop:SupportEmail]", "anna@", "E-mail for customers: write one e-mail address")]
    [InlineData("Values[Shop:SupportPhone]", "12", "Phone for customers: write a phone number")]
    [InlineData("Values[Shop:TermsUrl]", "javascript:alert(1)", "Address of the terms of sale: write a whole address")]
    [InlineData("Values[Shop:LowMark]", "-1", "A variant is low at so many pieces: write a whole number")]
    [InlineData(Price, "four", "Corriere standard: Price in EUR: write an amount")]
    [InlineData(Price, "1.250", "Corriere standard: Price in EUR: write an amount")]
    [InlineData(Price, "", "Corriere standard: Price in EUR: write an amount")]
    [InlineData("Values[Delivery:Methods:0:FreeFrom]", "-5", "Corriere standard: Free from goods worth (empty: never): write an amount")]
    public async Task A_value_that_cannot_be_right_is_refused_with_its_field_and_nothing_else_is_saved(
        string name, string value, string why)
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, $"Wrong {name.Length} {value.Length}");
        await desk.GetAsync("/desk/settings");
        var page = await desk.SubmitAsync("/desk/settings", (name, value), ("Values[Shop:SupportHours]", "always"));
        Assert.Contains(why, page.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"always\"", page.Html, StringComparison.Ordinal);
        Assert.Null(shop.Now.Get<ShopSettings>().SupportHours);
    }

    [Fact]
    public async Task Names_that_are_no_setting_of_this_page_change_nothing_and_a_stale_page_is_told()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Stale Owner");
        using var other = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Other Owner");
        await desk.GetAsync("/desk/settings");
        await other.GetAsync("/desk/settings");
        var same = await desk.SubmitAsync("/desk/settings", ("Values[Shop:Currency]", "USD"), ("Values[Stripe:ApiKey]", "x"));
        Assert.Contains("Nothing was different.", same.Words, StringComparison.Ordinal);
        await desk.SubmitAsync("/desk/settings", ("Values[Shop:LowMark]", "3"));
        var late = await other.SubmitAsync("/desk/settings", ("Values[Shop:LowMark]", "9"));
        Assert.Contains("Somebody changed the settings meanwhile", late.Words, StringComparison.Ordinal);
        Assert.Equal(3, shop.Now.Get<ShopSettings>().LowMark);
        await desk.GetAsync("/desk/settings");
        await desk.SubmitAsync("/desk/settings", ("Values[Shop:LowMark]", ""));
        Assert.Equal(2, shop.Now.Get<ShopSettings>().LowMark);
    }

    [Fact]
    public async Task A_saved_setting_that_no_longer_fits_is_told_at_start_with_its_file()
    {
        await using var own = await ShopHost.StartAsync();
        await own.CloseAsync();
        var file = Path.Combine(own.Folder, "settings.json");
        await File.WriteAllTextAsync(file, """{ "Delivery:Methods:0:Price": "four" }""");
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => own.OpenAsync());
        Assert.Contains("Delivery:Methods:0:Price is 'four'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(file, wrong.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "{ broken");
        Assert.Contains(file, (await Assert.ThrowsAnyAsync<Exception>(() => own.OpenAsync())).Message, StringComparison.Ordinal);
        File.Delete(file);
        await own.OpenAsync();
    }

    private static async Task AssertInUseAsync(ShopHost host)
    {
        var now = host.Get<ShopSettings>();
        Assert.Equal(
            ("Nuovo@bottega.example", "+390276543210", "titolare@bottega.example", 7, "https://bottega.example/terms"),
            (now.SupportEmail, now.SupportPhone, now.MerchantEmail, now.LowMark, now.TermsUrl?.AbsoluteUri));
        var who = $"writer{host.Time.GetUtcNow().Ticks}";
        await new Play(host, "it_IT").RunAsync(Shopping.Orders(who, "Pesto") + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        var mailbox = new TestMailbox(host);
        Assert.NotEmpty(await mailbox.OfAsync("titolare@bottega.example"));
        Assert.Contains("Nuovo@bottega.example", (await mailbox.OfAsync($"{who}@example.com"))[^1].Text, StringComparison.Ordinal);
    }
}
