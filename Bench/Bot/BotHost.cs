using CommerceBot.Bench.Desk;
using CommerceBot.Bots;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Bench.Bot;

/// The one place where the bench meets the real host.
internal static class BotHost
{
    /// The whole host with all of its modules; only the bot itself is another.
    public static Task<RunningBot> StartAsync(IReadOnlyDictionary<string, string?> settings) =>
        StartAsync(settings, services => services.AddSingleton<IBot, EchoBot>());

    /// Besides, the shop's own bot for those who chat with a person.
    public static Task<RunningBot> StartWithDeskAsync(IReadOnlyDictionary<string, string?> settings) =>
        StartAsync(settings, services => services.AddSingleton<ShopBot>().AddSingleton<EchoBot>().AddSingleton<IBot, DeskBot>());

    private static async Task<RunningBot> StartAsync(
        IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> addBot)
    {
        var app = Program.Build(["--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            addBot(builder.Services);
        });
        await app.StartAsync();
        return new RunningBot(new Uri(app.Urls.First()), app);
    }
}

/// A host under way; disposing it stops it.
internal sealed class RunningBot(Uri address, WebApplication host) : IAsyncDisposable
{
    public Uri Address => address;

    /// The path by which the first owner joins the desk.
    public Task<string> OwnerLinkAsync() =>
        host.Services.GetRequiredService<Invitations>().CreateAsync(DeskRole.Owner, null, null, CancellationToken.None);

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
