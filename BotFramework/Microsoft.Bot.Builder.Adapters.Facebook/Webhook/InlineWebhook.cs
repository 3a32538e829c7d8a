using System.Buffers;
using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>The webhook for bots that handle events while Meta waits: raw bytes, signature, then one turn per event.</summary>
internal sealed class InlineWebhook(FacebookClientWrapper client, FacebookAdapterOptions options, ILogger logger)
{
    public static ClaimsIdentity Identity => new(authenticationType: "Facebook");

    public async Task AnswerAsync(
        HttpRequest request,
        HttpResponse response,
        Func<ClaimsIdentity, Activity, CancellationToken, Task> turn,
        CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            await client.VerifyWebhookAsync(request, response, cancellationToken).ConfigureAwait(false);
            return;
        }

        var status = HttpMethods.IsPost(request.Method)
            ? await TakeAsync(request, turn, cancellationToken).ConfigureAwait(false)
            : HttpStatusCode.MethodNotAllowed;
        await FacebookHelper.WriteAsync(response, status, string.Empty, Encoding.UTF8, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpStatusCode> TakeAsync(
        HttpRequest request, Func<ClaimsIdentity, Activity, CancellationToken, Task> turn, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, cancellationToken).ConfigureAwait(false) is not { } body)
        {
            Log.BodyTooLarge(logger, options.MaxBodyBytes);
            return HttpStatusCode.RequestEntityTooLarge;
        }

        if (options.VerifyIncomingRequests && !client.VerifySignature(request, body))
        {
            Log.WrongSignature(logger);
            return HttpStatusCode.Unauthorized;
        }

        foreach (var one in FacebookWebhook.Read(body))
            await HandleAsync(one, turn, cancellationToken).ConfigureAwait(false);
        return HttpStatusCode.OK;
    }

    private async Task HandleAsync(
        FacebookEvent one, Func<ClaimsIdentity, Activity, CancellationToken, Task> turn, CancellationToken cancellationToken)
    {
        if (one.Kind == FacebookEventKind.Malformed)
            Log.Malformed(logger, one.Fault);
        if (one.Activity is null)
            return;

        try
        {
            await turn(Identity, one.Activity, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Around a turn: whatever the bot threw must not cost its neighbours their turns.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.TurnFailed(logger, fault, one.DedupeKey);
        }
    }

    /// <summary>The body as it came; null when it is larger than we read.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > options.MaxBodyBytes)
            return null;

        var body = new ArrayBufferWriter<byte>((int)Math.Max(request.ContentLength ?? 0, 1024));
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(4096), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return body.WrittenMemory;
            body.Advance(read);
            if (body.WrittenCount > options.MaxBodyBytes)
                return null;
        }
    }
}
