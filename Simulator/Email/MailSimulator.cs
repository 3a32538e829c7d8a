using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// The simulator for a mail server: SMTP on a port of its own, IMAP on another for what comes back, a page that shows what came, a
/// control API for tests.
/// </summary>
internal static class MailSimulator
{
    public const string Root = "/simulator/mail";

    public static IServiceCollection AddMailSimulator(this IServiceCollection services) => services
        .AddSingleton<Mailbox>()
        .AddSingleton<MailFaults>()
        .AddSingleton<SmtpPort>()
        .AddSingleton<ReturnedMails>()
        .AddSingleton<ImapPort>()
        .AddHostedService(all => all.GetRequiredService<SmtpPort>())
        .AddHostedService(all => all.GetRequiredService<ImapPort>());

    public static IEndpointRouteBuilder MapMailSimulator(this IEndpointRouteBuilder app)
    {
        var all = app.ServiceProvider;
        app.MapGet($"{Root}/smtp", (SmtpPort port) => Results.Json(new { host = "127.0.0.1", port = port.Port }));
        app.MapGet($"{Root}/imap", (ImapPort port) => Results.Json(
            new { host = "127.0.0.1", port = port.Port, user = ImapPort.User, password = ImapPort.Password, mailbox = "INBOX" }));
        app.MapBounceControl(
            all.GetRequiredService<Mailbox>(), all.GetRequiredService<ReturnedMails>(), all.GetRequiredService<TimeProvider>());
        app.MapMailControl(all.GetRequiredService<MailFaults>(), all.GetRequiredService<Mailbox>());
        app.MapMailboxPage(all.GetRequiredService<Mailbox>());
        app.MapEmbeddedFiles(Root, "mail");
        return app;
    }
}
