using CommerceBot.Catalog;
using CommerceBot.Runtime;
using Microsoft.Extensions.FileProviders;

namespace CommerceBot.Channels;

internal static class Health
{
    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: its store answers too.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (IRuntimeStore store, CancellationToken cancellationToken) =>
        {
            await store.OutcomeAsync(0, cancellationToken);
            return Results.Text("ready");
        });
    }

    /// <summary>The sample shop's pictures, and a front door that leads to the chat page.</summary>
    public static void MapSample(this WebApplication app, Modes modes)
    {
        if (modes.Messenger != Mode.Simulated)
            return;
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(SampleShop.Pictures), RequestPath = "/sample/pictures" });
        app.MapGet("/", () => Results.Redirect(StandIns.AreElsewhere(app.Configuration) ? StandIns.ChatPage(app.Services, app.Configuration).AbsoluteUri : "/chat"));
    }
}
