using System.CommandLine;
using CommerceBot.Channels;
using CommerceBot.Channels.Messenger;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Storage;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary>What can be said after <c>dotnet run --</c>. Without a command the shop itself runs.</summary>
internal static class CommandLine
{
    public const int Failed = 1;
    public const int WrongSettings = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var root = Root();
            return args.Length > 0 && root.Subcommands.Any(command => command.Name == args[0]) || args is ["--help" or "-h" or "-?" or "--version"]
                ? await root.Parse(args).InvokeAsync()
                : await RunShopAsync(args);
        }
        catch (Exception problem) when (problem is SettingsException or DataFolderException)
        {
            Terminal.Say($"[red]{problem.Message}[/]");
            return WrongSettings;
        }
    }

    private static RootCommand Root() => new("CommerceBot: a shop that lives in a conversation. Without a command it starts the shop.")
    {
        ImportCommand.Create(),
        MessengerCommand.Create(),
        OrdersCommand.Create(),
        DeadLettersCommand.Create(),
        SimulatorCommand(),
    };

    private static Command SimulatorCommand()
    {
        var command = new Command("simulator", $"Runs the stand-ins for Messenger and Stripe alone, at {SimulatorHost.DefaultUrl}") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = SimulatorHost.Build([.. parsed.UnmatchedTokens]);
            await app.StartAsync(cancellationToken);
            Terminal.Say($"The stand-ins are at [link]{app.Urls.First()}/chat[/]. Press Ctrl+C to stop.");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task<int> RunShopAsync(string[] args)
    {
        await using var app = Program.Build(args);
        await app.StartAsync();
        var modes = app.Services.GetRequiredService<Modes>();
        var address = app.Services.GetRequiredService<OwnAddress>().Listening();
        Terminal.Say($"[bold]CommerceBot[/] is open at {address}");
        if (modes.Messenger == Mode.Simulated)
            Terminal.Say($"  Chat page          {MessengerRoom.SimulatorAddress(app.Services, app.Configuration).AbsoluteUri}chat");
        if (modes.Connector == Mode.Real)
            Terminal.Say($"  Emulator endpoint  {address.AbsoluteUri}api/messages");
        Terminal.Say($"  Messenger {modes.Messenger}, Stripe {modes.Stripe}{(modes.IsLive ? " (LIVE)" : "")}. Press Ctrl+C to stop.");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
