using System.Net;
using System.Text.RegularExpressions;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed partial class CheckoutPageTests
{
    private const string RealLooking = "5555555555554444";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paying_on_the_page_leads_to_the_shop_after_the_shop_was_told()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        using var paid = await PostAsync(environment, session.Id, await FormAsync(environment, session.Id));
        Assert.Equal(HttpStatusCode.SeeOther, paid.StatusCode);
        Assert.Equal($"http://shop.example/thanks/abc?session={session.Id}", paid.Headers.Location!.ToString());
        await environment.WebhookAsync("checkout.session.completed");
        var after = await environment.GetAsync(session.Id);
        Assert.Equal(
            ("complete", "Anna Rossi", "IT", "anna@example.com"),
            (after.Status, after.CustomerDetails.Name, after.CustomerDetails.Address.Country, after.CustomerDetails.Email));
    }

    [Fact]
    public async Task A_second_press_of_the_button_is_harmless()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        var form = await FormAsync(environment, session.Id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(environment, session.Id, form)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single((await environment.LedgerAsync()).GetProperty("charges").EnumerateArray());
    }

    [Theory]
    [InlineData("4000000000000002", "rifiutata")]
    [InlineData("4000 0000 0000 9995", "fondi sufficienti")]
    [InlineData("4000000000000069", "scaduta")]
    [InlineData("4000000000000127", "CVC della carta")]
    public async Task A_declined_card_is_explained_and_another_may_be_tried(string number, string word)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync(With(options => options.Locale = "it"));
        var form = await FormAsync(environment, session.Id);
        using var declined = await PostAsync(environment, session.Id, With(form, "number", number));
        Assert.Equal(HttpStatusCode.PaymentRequired, declined.StatusCode);
        var page = WebUtility.HtmlDecode(await declined.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Contains("""value="Anna Rossi" """.Trim(), page, StringComparison.Ordinal);
        using var paid = await PostAsync(environment, session.Id, form);
        Assert.Equal(HttpStatusCode.SeeOther, paid.StatusCode);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("name")]
    public async Task A_card_that_is_no_test_card_is_refused_and_found_nowhere(string field)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        using var refused = await PostAsync(environment, session.Id, With(await FormAsync(environment, session.Id), field, RealLooking));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        if (field == "number")
            Assert.DoesNotContain(RealLooking, await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await environment.PayAsync(session.Id, RealLooking);
        await environment.PayAsync(session.Id);
        foreach (var file in Directory.GetFiles(environment.Folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            var text = await reader.ReadToEndAsync(Cancel);
            Assert.DoesNotContain(RealLooking, text, StringComparison.Ordinal);
            Assert.DoesNotContain("4242424242424242", text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(
            environment.Logs.Lines,
            line => line.Contains(RealLooking, StringComparison.Ordinal) || line.Contains("4242424242424242", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_not_taken()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        var form = await FormAsync(environment, session.Id);
        using var forged = await PostAsync(environment, session.Id, With(form, "token", new string('0', 64)));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        using var stranger = new HttpRequestMessage(HttpMethod.Post, session.Url) { Content = new FormUrlEncodedContent(form) };
        stranger.Headers.Add("Origin", "https://evil.example");
        using var refused = await environment.Browser.SendAsync(stranger, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var upload = new MultipartFormDataContent { { new StringContent("4242424242424242"), "number" } };
        using var multipart = await environment.Browser.PostAsync(session.Url, upload, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, multipart.StatusCode);
        Assert.Equal("open", (await environment.GetAsync(session.Id)).Status);
    }

    [Fact]
    public async Task Missing_fields_are_named_and_nothing_is_charged()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync(With(options => options.CustomerEmail = null));
        var form = await FormAsync(environment, session.Id);
        foreach (
            var (field, bad) in new[]
            {
                ("email", "anna"),
                ("number", ""),
                ("expiry", "10/26"),
                ("expiry", "13/30"),
                ("code", "12"),
                ("name", " "),
                ("country", ""),
            }
        )
        {
            using var answer = await PostAsync(environment, session.Id, With(form, field, bad));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Matches($"id=\"{field}\"[^>]*aria-invalid=\"true\"", await answer.Content.ReadAsStringAsync(Cancel));
        }
        Assert.Empty((await environment.LedgerAsync()).GetProperty("charges").EnumerateArray());
    }

    [Fact]
    public async Task Phone_terms_address_and_delivery_are_asked_when_the_shop_wants_them()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync(With(options =>
        {
            options.PhoneNumberCollection = new SessionPhoneNumberCollectionOptions { Enabled = true };
            options.ConsentCollection = new SessionConsentCollectionOptions { TermsOfService = "required" };
            options.ShippingAddressCollection = new SessionShippingAddressCollectionOptions { AllowedCountries = ["IT", "FR"] };
            options.ShippingOptions = [Delivery("Ritiro", 0), Delivery("Corriere", 590)];
        }));
        var form = await FormAsync(environment, session.Id);
        using var refused = await PostAsync(environment, session.Id, form);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        foreach (var field in new[] { "phone", "terms", "shipName", "shipLine1", "shipPostalCode", "shipCity", "shipCountry" })
            Assert.Matches($"id=\"{field}\"[^>]*aria-invalid=\"true\"", page);

        foreach (
            var (field, value) in new[]
            {
                ("phone", "+39 055 123456"),
                ("terms", "yes"),
                ("shipName", "Anna Rossi"),
                ("shipLine1", "Via Roma 1"),
                ("shipPostalCode", "50123"),
                ("shipCity", "Firenze"),
                ("shipCountry", "IT"),
                ("delivery", session.ShippingOptions[1].ShippingRateId),
            }
        )
            form[field] = value;
        using var paid = await PostAsync(environment, session.Id, form);
        Assert.Equal(HttpStatusCode.SeeOther, paid.StatusCode);
        var after = await environment.GetAsync(session.Id, "payment_intent");
        Assert.Equal((5570L, 5570L), (after.AmountTotal, after.PaymentIntent.Amount));
        Assert.Equal(
            ("Anna Rossi", "50123"),
            (after.CollectedInformation.ShippingDetails.Name, after.CollectedInformation.ShippingDetails.Address.PostalCode));
        Assert.Equal(("+39 055 123456", "accepted"), (after.CustomerDetails.Phone, after.Consent.TermsOfService));
    }

    [Theory]
    [InlineData("email", "anna", "anna@example.com")]
    [InlineData("name", "", "titolare")]
    [InlineData("country", "", "paese")]
    [InlineData("country", "AQ", "paese")]
    [InlineData("number", "", "carte di prova")]
    [InlineData("expiry", "13/30", "MM/AA")]
    [InlineData("code", "12", "3 o 4 cifre")]
    public async Task What_is_wrong_stands_beside_its_field_and_says_what_to_do(string field, string bad, string advice)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync(With(options => (options.Locale, options.CustomerEmail) = ("it", null)));
        using var answer = await PostAsync(environment, session.Id, With(await FormAsync(environment, session.Id), field, bad));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Matches($"id=\"{field}\"[^>]*aria-describedby=\"{field}-error\"[^>]*aria-invalid=\"true\"", page);
        Assert.Contains(advice, Regex.Match(page, $"id=\"{field}-error\">([^<]*)<").Groups[1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4000000000000127", "code")]
    [InlineData("4000000000000069", "expiry")]
    [InlineData("4000000000000002", "number")]
    public async Task A_decline_stands_beside_the_field_where_something_can_be_done(string number, string field)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        using var answer = await PostAsync(environment, session.Id, With(await FormAsync(environment, session.Id), "number", number));
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Matches($"id=\"{field}\"[^>]*aria-invalid=\"true\"", page);
        Assert.Contains("nothing was charged", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failed_3D_Secure_the_form_goes_where_it_pays()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        using var asked = await PostAsync(
            environment, session.Id, With(await FormAsync(environment, session.Id), "number", "4000 0000 0000 3220"));
        var bank = await environment.Browser.GetStringAsync(asked.Headers.Location, Cancel);
        using var failed = await CheckoutForm.AnswerAsync(environment, session.Id, bank, "fail");
        var page = await failed.Content.ReadAsStringAsync(Cancel);
        var action = Regex.Match(page, "<form method=\"post\" action=\"([^\"]+)\"").Groups[1].Value;
        var form = With(await FormAsync(environment, session.Id), "token", CheckoutForm.TokenOf(page));
        using var body = new FormUrlEncodedContent(form);
        using var paid = await environment.Browser.PostAsync(action, body, Cancel);
        Assert.StartsWith("http://shop.example/thanks", paid.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("value=\"Anna Rossi\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_countries_where_somebody_lives_are_offered_and_the_test_cards_are_folded_away()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        foreach (var locale in (string[])["it", "en"])
        {
            var session = await environment.CreateAsync(With(options =>
            {
                options.Locale = locale;
                options.ShippingAddressCollection = new SessionShippingAddressCollectionOptions { AllowedCountries = ["IT", "AQ", "ZZ"] };
            }));
            var page = WebUtility.HtmlDecode(await environment.Browser.GetStringAsync(session.Url, Cancel));
            Assert.Contains("value=\"IT\"", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("<option value=\"(AQ|BV|GS|IO|TF|ZZ)\"", page);
            Assert.DoesNotMatch("(?i)antarti?de|antarctica|unknown|sconosciut", page);
            Assert.Contains("<details class=\"cards\">", page, StringComparison.Ordinal);
        }
    }

    private static SessionShippingOptionOptions Delivery(string name, long amount) => new()
    {
        ShippingRateData = new SessionShippingOptionShippingRateDataOptions
        {
            DisplayName = name,
            Type = "fixed_amount",
            FixedAmount = new SessionShippingOptionShippingRateDataFixedAmountOptions { Amount = amount, Currency = "eur" },
        },
    };

    private static SessionCreateOptions With(Action<SessionCreateOptions> change)
    {
        var options = StripeTestEnvironment.Cart();
        change(options);
        return options;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> form, string field, string value) =>
        new(form) { [field] = value };

    private static Task<Dictionary<string, string>> FormAsync(StripeTestEnvironment environment, string id) =>
        CheckoutForm.FormAsync(environment, id);

    private static Task<HttpResponseMessage> PostAsync(StripeTestEnvironment environment, string id, Dictionary<string, string> form) =>
        CheckoutForm.PostAsync(environment, id, form);
}
