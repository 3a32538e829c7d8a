using System.Text.RegularExpressions;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

/// <summary>Fills in the checkout page as a browser does: with the page's own token.</summary>
internal static partial class CheckoutForm
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A form as the page gives it, filled in with the card that works.</summary>
    public static async Task<Dictionary<string, string>> FormAsync(StripeTestEnvironment environment, string id) => new()
    {
        ["token"] = TokenOf(await environment.Browser.GetStringAsync($"/simulator/stripe/checkout/{id}", Cancel)),
        ["email"] = "anna@example.com",
        ["number"] = "4242 4242 4242 4242",
        ["expiry"] = "12/34",
        ["code"] = "123",
        ["name"] = "Anna Rossi",
        ["country"] = "IT",
    };

    public static async Task<HttpResponseMessage> PostAsync(
        StripeTestEnvironment environment, string id, params (string Field, string Value)[] changes)
    {
        var form = await FormAsync(environment, id);
        foreach (var (field, value) in changes) form[field] = value;
        return await PostAsync(environment, id, form);
    }

    public static async Task<HttpResponseMessage> PostAsync(StripeTestEnvironment environment, string id, Dictionary<string, string> form)
    {
        using var body = new FormUrlEncodedContent(form);
        return await environment.Browser.PostAsync($"/simulator/stripe/checkout/{id}", body, Cancel);
    }

    /// <param name="page">The bank's page, for its token.</param>
    public static async Task<HttpResponseMessage> AnswerAsync(StripeTestEnvironment environment, string id, string page, string answer)
    {
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = TokenOf(page), ["answer"] = answer });
        return await environment.Browser.PostAsync($"/simulator/stripe/checkout/{id}/challenge", body, Cancel);
    }

    public static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Token();
}
