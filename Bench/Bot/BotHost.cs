using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Bench.Bot;

/// The one place where the bench meets the real host.
internal static class BotHost
{
    /// The whole host with all of its modules; only the bot itself is another.
    public static async Task<RunningBot> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var app = Program.Build(["--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddSingleton<IBot, EchoBot>();
        });
        await app.StartAsync();
        return new RunningBot(new Uri(app.Urls.First()), app);
    }
}

/// A host under way; disposing it stops it.
internal sealed class RunningBot(Uri address, IAsyncDisposable host) : IAsyncDisposable
{
    public Uri Address => address;

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
