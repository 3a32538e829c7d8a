using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Bench;

/// Kestrel with nothing around it, on a free port of 127.0.0.1: no routing, no logging, no configuration.
internal static class Loopback
{
    public static async Task<WebApplication> ListenAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    public static Uri Address(this WebApplication app) => new(
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// The whole body; Messenger always sends its length, so one array of the right size does.
    public static async ValueTask<ReadOnlyMemory<byte>> BodyAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new byte[request.ContentLength ?? throw new InvalidOperationException("the request has no Content-Length")];
        await request.Body.ReadExactlyAsync(body, cancellationToken);
        return body;
    }
}
