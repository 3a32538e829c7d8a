using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CommerceBot.Desk.Access;

/// <summary>A form without a token of this session, old or forged, is refused with a page that says what to do.</summary>
internal sealed class StaleFormFilter : IAsyncAlwaysRunResultFilter
{
    public Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next) =>
        context.Result is IAntiforgeryValidationFailedResult
            ? Message.WriteAsync(context.HttpContext, StatusCodes.Status400BadRequest, "stale.title", "stale.text")
            : next();
}
