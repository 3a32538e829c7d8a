using System.CommandLine;
using CommerceBot.Channels;
using CommerceBot.Desk;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;

namespace CommerceBot.Commands;

/// <summary><c>desk owner-link</c>: lets an owner in, for whoever can start programs on this machine.</summary>
internal static class DeskCommand
{
    public static Command Create() => new("desk", "The merchant's desk in the browser") { OwnerLink() };

    /// <summary>Where the desk is and, while nobody owns it, the link by which its first owner comes in.</summary>
    public static async Task SayWhereAsync(WebApplication app)
    {
        var desk = AddressOf(app.Configuration, app.Services.GetRequiredService<ServerAddress>().Listening());
        if (desk is null)
        {
            Terminal.Say($"  Desk               off: it is there on this machine or over https. Set Desk:PublicUrl to its https address.");
            return;
        }

        Terminal.Say($"  Desk               {new Uri(desk, "/desk")}");
        var invitations = app.Services.GetRequiredService<Invitations>();
        if (await invitations.HasOwnerAsync(CancellationToken.None))
            return;
        var path = await invitations.CreateAsync(DeskRole.Owner, null, null, CancellationToken.None);
        Terminal.Say($"  Its first owner    {new Uri(desk, path)}");
        Terminal.Say($"                     (good once, for 24 hours; 'desk owner-link' makes another)");
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CommerceBot.Desk")
            .OwnerLinkMade(app.Services.GetRequiredService<TimeProvider>().GetUtcNow() + Invitations.GoodFor);
    }

    private static Command OwnerLink()
    {
        var command = new Command("owner-link", "Prints a link by which an owner comes in: good once, for 24 hours");
        command.SetAction(async (_, cancellationToken) =>
        {
            using var context = CommandContext.Open();
            var path = await context.Invitations.CreateAsync(DeskRole.Owner, null, null, cancellationToken);
            var listening = new Uri((context.Settings["urls"] is { Length: > 0 } urls ? urls : Program.DefaultUrl).Split(';')[0]);
            var desk = AddressOf(context.Settings, listening) ?? listening;
            Terminal.Say($"{new Uri(desk, path)}");
            return 0;
        });
        return command;
    }

    /// <summary>By which address people open the desk; null when nobody can.</summary>
    private static Uri? AddressOf(IConfiguration settings, Uri listening)
    {
        if (settings["Desk:PublicUrl"] is { Length: > 0 } url)
            return new Uri(url);
        if (Uri.TryCreate(settings["Shop:BaseUrl"], UriKind.Absolute, out var shop) && listening.Scheme == Uri.UriSchemeHttps)
            return shop;
        // Passkeys want a name and no number.
        return listening.IsLoopback ? new UriBuilder(listening) { Host = "localhost" }.Uri
            : listening.Scheme == Uri.UriSchemeHttps ? listening : null;
    }
}
