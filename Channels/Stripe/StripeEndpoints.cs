namespace CommerceBot.Channels.Stripe;

/// <summary>The addresses of Stripe's webhook and of the pages that its checkout leads back to.</summary>
internal static class StripeEndpoints
{
    public static void MapStripe(this WebApplication app, Modes modes)
    {
        if (modes.Stripe == Mode.Off)
            return;
        app.MapPost("/api/stripe", (HttpRequest request, StripeWebhookEndpoint endpoint) => endpoint.ReceiveAsync(request));
        app.MapMethods("/thanks/{token}", [HttpMethods.Get, HttpMethods.Head],
            (string token, HttpRequest request, ReturnPages pages) => pages.ShowThanksAsync(token, request));
        app.MapPost("/thanks/{token}", (string token, HttpRequest request, ReturnPages pages) => pages.CheckAsync(token, request));
        app.MapMethods("/unpaid/{token}", [HttpMethods.Get, HttpMethods.Head],
            (string token, HttpRequest request, ReturnPages pages) => pages.ShowUnpaidAsync(token, request));
        app.MapPost("/unpaid/{token}", (string token, HttpRequest request, ReturnPages pages) => pages.LeaveAsync(token, request));
    }
}
