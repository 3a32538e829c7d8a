using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Payments.StripeNet;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

/// <summary>The simulator on a real port, a shop that listens for its webhooks, and Stripe's own library to talk to it.</summary>
internal sealed class StripeTestEnvironment : IAsyncDisposable
{
    public static readonly DateTimeOffset Opening = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly Channel<Webhook> received = Channel.CreateUnbounded<Webhook>();
    private readonly List<Webhook> seen = [];
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> arrivals = new();
    private readonly WebApplication app;

    private StripeTestEnvironment(string folder, FakeTimeProvider time)
    {
        Folder = folder;
        Time = time;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Data:Folder"] = folder, ["Shop:Name"] = "Bottega Aurora" }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IStartupFilter>(StripeNet);
        builder.Services.AddSimulator(builder.Configuration);
        app = builder.Build();
        app.MapSimulator();
        app.MapPost("/api/stripe", ReceiveAsync);
    }

    public string Folder { get; }

    public FakeTimeProvider Time { get; }

    public KeptLogs Logs { get; } = new();

    /// <summary>Reads every call with Stripe.net's own types.</summary>
    public StripeNetWitness StripeNet { get; } = new();

    /// <summary>What the shop answers to the nth webhook (from 0).</summary>
    public Func<int, int> ShopAnswers { get; set; } = _ => 200;

    public SimulatorSecrets Secrets => app.Services.GetRequiredService<SimulatorSecrets>();

    public IServiceProvider Services => app.Services;

    public string Address { get; private set; } = "";

    public HttpClient Browser { get; private set; } = null!;

    public StripeClient Stripe { get; private set; } = null!;

    public static async Task<StripeTestEnvironment> OpenAsync(string? folder = null, DateTimeOffset? at = null)
    {
        folder ??= Directory.CreateTempSubdirectory("stripe-town-").FullName;
        var environment = new StripeTestEnvironment(folder, new FakeTimeProvider(at ?? Opening));
        await environment.app.StartAsync(TestContext.Current.CancellationToken);
        environment.Address = environment.app.Urls.First();
        environment.Browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(environment.Address),
        };
        environment.Stripe = environment.ClientWith(environment.Secrets.StripeApiKey);
        return environment;
    }

    public StripeClient ClientWith(string key) =>
        new(
            new StripeClientOptions
            {
                ApiKey = key,
                ApiBase = Address + "/simulator/stripe",
                HttpClient = new SystemNetHttpClient(new HttpClient(), maxNetworkRetries: 0, appInfo: null, enableTelemetry: false),
            }
        );

    public static SessionCreateOptions Cart(long unitAmount = 2490, long quantity = 2, string currency = "eur") =>
        new()
        {
            Mode = "payment",
            UiMode = "hosted_page",
            LineItems =
            [
                new SessionLineItemOptions
                {
                    Quantity = quantity,
                    PriceData = new SessionLineItemPriceDataOptions
                    {
                        Currency = currency,
                        UnitAmount = unitAmount,
                        TaxBehavior = "inclusive",
                        ProductData = new SessionLineItemPriceDataProductDataOptions
                        {
                            Name = "Tazza",
                            Images = ["https://shop.example/tazza.png"],
                        },
                    },
                },
            ],
            SuccessUrl = "http://shop.example/thanks/abc?session={CHECKOUT_SESSION_ID}",
            CancelUrl = "http://shop.example/cart",
            ClientReferenceId = "order-7K3",
            CustomerEmail = "anna@example.com",
            Metadata = new Dictionary<string, string> { ["order"] = "7K3" },
            PaymentIntentData = new SessionPaymentIntentDataOptions
            {
                Metadata = new Dictionary<string, string> { ["order"] = "7K3", ["lane"] = "facebook:1:2" },
            },
        };

    public Task<Session> CreateAsync(SessionCreateOptions? options = null) =>
        Stripe.V1.Checkout.Sessions.CreateAsync(options ?? Cart(), cancellationToken: TestContext.Current.CancellationToken);

    public Task<Session> GetAsync(string id, params string[] expand) =>
        Stripe.V1.Checkout.Sessions.GetAsync(
            id, new SessionGetOptions { Expand = [.. expand] }, cancellationToken: TestContext.Current.CancellationToken);

    public async Task<JsonElement> PayAsync(string sessionId, string card = "success")
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { card }), Encoding.UTF8, "application/json");
        using var response = await Browser.PostAsync(
            $"/simulator/stripe/control/sessions/{sessionId}/pay", body, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    /// <summary>Pays as the control API is told to; answers what came of it.</summary>
    public async Task<string> PayAsync(string sessionId, object how) =>
        (await ControlAsync($"sessions/{sessionId}/pay", how)).GetProperty("outcome").GetString()!;

    /// <summary>A new session, paid; its payment intent with the charge in it.</summary>
    public async Task<PaymentIntent> PaidAsync(string card = "success")
    {
        var id = (await CreateAsync()).Id;
        await PayAsync(id, card);
        return (await GetAsync(id, "payment_intent.latest_charge")).PaymentIntent;
    }

    /// <summary>Tells the control API something, and wants it taken.</summary>
    public async Task<JsonElement> ControlAsync(string what, object told)
    {
        var (status, answer) = await TryControlAsync(what, told);
        return status == System.Net.HttpStatusCode.OK
            ? answer
            : throw new InvalidOperationException($"{what} was answered {status}: {answer}");
    }

    public async Task<(System.Net.HttpStatusCode Status, JsonElement Answer)> TryControlAsync(string what, object told)
    {
        using var body = new StringContent(JsonSerializer.Serialize(told), Encoding.UTF8, "application/json");
        using var response = await Browser.PostAsync($"/simulator/stripe/control/{what}", body, TestContext.Current.CancellationToken);
        return (response.StatusCode,
            JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }

    /// <summary>The types of the events so far, oldest first, from the nth on.</summary>
    public async Task<string[]> EventTypesAsync(int from = 0) =>
        [
            .. (await LedgerAsync())
                .GetProperty("events")
                .EnumerateArray()
                .Skip(from)
                .Select(raised => raised.GetProperty("type").GetString()!),
        ];

    public async Task ControlAsync(string what)
    {
        using var response = await Browser.PostAsync($"/simulator/stripe/control/{what}", null, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task<JsonElement> LedgerAsync() =>
        JsonDocument
            .Parse(await Browser.GetStringAsync("/simulator/stripe/control/ledger", TestContext.Current.CancellationToken))
            .RootElement;

    /// <summary>The next webhook of this type, whatever comes between.</summary>
    public async Task<Webhook> WebhookAsync(string type)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (true)
        {
            if (seen.Find(hook => hook.Type == type) is { } found)
            {
                seen.Remove(found);
                return found;
            }
            seen.Add(await received.Reader.ReadAsync(patience.Token));
        }
    }

    /// <summary>The types of all webhooks that arrived so far, in that order.</summary>
    public IReadOnlyCollection<string> Received => arrivals;

    /// <summary>Looks again until it is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (!await isSo())
            await Task.Delay(10, patience.Token);
    }

    public Event Verify(Webhook hook) =>
        EventUtility.ConstructEvent(hook.Body, hook.Signature, Secrets.StripeWebhookSecret, 300, Time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Ends the simulator and keeps its folder.</summary>
    public async Task CloseAsync()
    {
        Browser.Dispose();
        await app.StopAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
        StripeNet.ThrowIfWrong();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private int arrived = -1;

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var answer = ShopAnswers(Interlocked.Increment(ref arrived));
        using var json = JsonDocument.Parse(body);
        arrivals.Enqueue(json.RootElement.GetProperty("type").GetString()!);
        await received.Writer.WriteAsync(
            new Webhook(json.RootElement.GetProperty("type").GetString()!, body, request.Headers["Stripe-Signature"].ToString(), answer));
        return Results.StatusCode(answer);
    }
}

internal sealed record Webhook(string Type, string Body, string Signature, int Answer);
