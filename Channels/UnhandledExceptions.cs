using CommerceBot.Runtime;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels;

/// <summary>
/// Stands before every endpoint. A fault that nobody caught is logged without its message, which may quote the request, and
/// answered 500, so that whoever sent it sends it again.
/// </summary>
internal sealed class UnhandledExceptions(RequestDelegate next, ILogger<UnhandledExceptions> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller went away, and waits for no answer.
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = refused.StatusCode;
        }
        catch (Exception problem)
        {
            log.RequestFailed(
                (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no endpoint", ExceptionSummary.Trace(problem));
            if (http.Response.HasStarted)
                http.Abort();
            else
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
