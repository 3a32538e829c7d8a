using CommerceBot.Catalog;
using Microsoft.Extensions.FileProviders;

namespace CommerceBot.Channels;

internal static class SamplePages
{
    /// <summary>The sample shop's pictures, and a front door that leads to the chat page.</summary>
    public static void MapSample(this WebApplication app, Modes modes)
    {
        if (modes.Messenger != Mode.Simulated)
            return;
        var pictures = new PhysicalFileProvider(SampleShop.Pictures);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = pictures, RequestPath = "/sample/pictures" });
        app.MapGet("/", () => Results.Redirect(
            StandIns.AreElsewhere(app.Configuration) ? StandIns.ChatPage(app.Services, app.Configuration).AbsoluteUri : "/chat"));
    }
}
