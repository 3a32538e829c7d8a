using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Tests.Support;

/// <summary>
/// A process that is killed answers nobody. A host that only plays dead might still say 200 for what it stores after the
/// moment of its death, and that would be lost for ever; so from that moment on its connections break.
/// </summary>
internal sealed class CrashingHost : IStartupFilter
{
    private volatile bool _drawn;

    public void Draw() => _drawn = true;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((HttpContext http, RequestDelegate answer) =>
        {
            // Just before the first byte leaves: what was answered before the death was stored before it.
            http.Response.OnStarting(() =>
            {
                if (_drawn)
                    http.Abort();
                return Task.CompletedTask;
            });
            return answer(http);
        });
        next(app);
    };
}
