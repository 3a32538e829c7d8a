using CommerceBot.Catalog;
using Microsoft.Extensions.FileProviders;

namespace CommerceBot.Channels;

/// <summary>The addresses of the sample shop.</summary>
internal static class SampleEndpoints
{
    /// <summary>The sample shop's pictures, and a start page that leads to the chat page.</summary>
    public static void MapSample(this WebApplication app, Modes modes)
    {
        if (modes.Messenger != Mode.Simulated)
            return;
        var pictures = new PhysicalFileProvider(SampleShop.Pictures);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = pictures, RequestPath = "/sample/pictures" });
        app.MapGet("/", () => Results.Redirect(
            SimulatorSettings.AreElsewhere(app.Configuration)
                ? SimulatorSettings.ChatPage(app.Services, app.Configuration).AbsoluteUri
                : "/chat"));
    }
}
