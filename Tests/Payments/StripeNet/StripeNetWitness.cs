using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>
/// Stands before the Stripe simulator of a test's host and reads every call with Stripe.net's own types: what Stripe.net could
/// not have sent, or would not understand, fails the test when its host ends.
/// </summary>
internal sealed class StripeNetWitness : IStartupFilter
{
    private const string Root = "/simulator/stripe/v1/";

    private readonly ConcurrentQueue<string> wrong = new();
    private int seen;

    /// <summary>Calls read so far.</summary>
    public int Seen => seen;

    public IReadOnlyCollection<string> Wrong => wrong;

    /// <summary>A test that sends nonsense on purpose says so.</summary>
    public bool NonsenseIsWanted { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(WatchAsync);
        next(app);
    };

    /// <exception cref="InvalidOperationException">A call was seen that Stripe.net does not know.</exception>
    public void ThrowIfWrong()
    {
        if (!NonsenseIsWanted && !wrong.IsEmpty)
            throw new InvalidOperationException("Stripe.net does not know what was said to Stripe or by it:\n" + string.Join('\n', wrong));
    }

    private async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.Value?.StartsWith(Root, StringComparison.Ordinal) != true)
        {
            await next(http);
            return;
        }
        var call = StripeCalls.Find(http.Request.Method, http.Request.Path.Value[Root.Length..]);
        await ReadRequestAsync(http.Request, call);
        var (outside, inside) = (http.Response.Body, new MemoryStream());
        http.Response.Body = inside;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = outside;
        }
        if (http.RequestAborted.IsCancellationRequested) return;
        ReadAnswer(http.Response.StatusCode, call, Encoding.UTF8.GetString(inside.ToArray()));
        await outside.WriteAsync(inside.ToArray(), http.RequestAborted);
    }

    private async Task ReadRequestAsync(HttpRequest request, StripeCall? call)
    {
        Interlocked.Increment(ref seen);
        if (call is null)
        {
            wrong.Enqueue($"{request.Method} {request.Path}: no call of Stripe's that this project knows of");
            return;
        }
        var form = request.QueryString.Value ?? "";
        if (request.Method == "POST")
        {
            request.EnableBuffering();
            using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
            form = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            request.Body.Position = 0;
        }
        foreach (var complaint in RequestCheck.Of(call.Options, form)) wrong.Enqueue($"{request.Method} {request.Path}: {complaint}");
    }

    private void ReadAnswer(int status, StripeCall? call, string body)
    {
        if (call is null) return;
        foreach (var complaint in status == StatusCodes.Status200OK ? AnswerCheck.Of(call.Answer, body) : AnswerCheck.OfError(body))
            wrong.Enqueue($"{call.Method} {call.Path} answered {status}: {complaint}");
    }
}
