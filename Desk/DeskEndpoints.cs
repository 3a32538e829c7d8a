using CommerceBot.Desk.Access;
using CommerceBot.Desk.Goods;
using CommerceBot.Desk.Live;
using CommerceBot.Desk.Today;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Desk;

internal static class DeskEndpoints
{
    // A WebApplication that has an authentication service puts the middleware in front of everything, unless this is set
    // (AuthAppBuilderExtensions and WebApplicationBuilder, ASP.NET Core 10).
    private const string AuthenticationIsUsed = "__AuthenticationMiddlewareSet";
    private const string AuthorizationIsUsed = "__AuthorizationMiddlewareSet";

    /// <summary>
    /// Before any endpoint is chosen: who may know of the desk. Who is asking is a question of the desk's own pages: a webhook does not pay
    /// for it.
    /// </summary>
    public static void UseDesk(this WebApplication app)
    {
        app.UseMiddleware<DeskGate>();
        app.UseRouting();
        IApplicationBuilder pipeline = app;
        pipeline.Properties[AuthenticationIsUsed] = true;
        pipeline.Properties[AuthorizationIsUsed] = true;
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/desk"),
            desk => desk.UseAuthentication().UseAuthorization());
    }

    public static void MapDesk(this WebApplication app)
    {
        app.MapGet("/desk/assets/{name}", (string name, DeskAssets assets, HttpContext http) => assets.Serve(name, http));
        app.MapPasskeys();
        if (app.Services.GetRequiredService<DeskOptions>().Provider is not null)
            app.MapProviderSignIn();
        app.MapTakings();
        app.MapSales();
        app.MapLive();
        app.MapRazorPages();
    }
}
