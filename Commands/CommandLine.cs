using System.CommandLine;
using CommerceBot.Channels;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CommerceBot.Commands;

/// <summary>What can be said after <c>dotnet run --</c>. Without a command the shop itself runs.</summary>
internal static class CommandLine
{
    public const int Failed = 1;

    /// <summary>It is done, and the shopper could not be told, or not yet.</summary>
    public const int NotTold = 3;
    public const int WrongSettings = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        Terminal.Open();
        try
        {
            return IsCommand(args) ? await Root().Parse(args).InvokeAsync(Plain) : await RunShopAsync(args);
        }
        catch (Exception problem) when (Complaint(problem) is not null)
        {
            Terminal.Complain($"{Complaint(problem)}");
            return WrongSettings;
        }
    }

    /// <summary>What is to be mended in the settings; null for any other trouble.</summary>
    private static string? Complaint(Exception problem) => problem switch
    {
        SettingsException or DataFolderException => problem.Message,
        OptionsValidationException wrong => string.Join(' ', wrong.Failures),
        AggregateException several when several.InnerExceptions.All(one => one is OptionsValidationException) =>
            string.Join(' ', several.InnerExceptions.Select(Complaint)),
        IOException { InnerException: AddressInUseException } =>
            $"{problem.Message} Stop the program that listens there, or choose another address with --urls.",
        _ => null,
    };

    /// <summary>Problems come here, where they are told in one sentence.</summary>
    private static InvocationConfiguration Plain { get; } = new() { EnableDefaultExceptionHandler = false };

    /// <summary>
    /// Settings start with a dash or slash or hold an equals sign; any other first word is meant as a command, known or
    /// not.
    /// </summary>
    private static bool IsCommand(string[] args) =>
        args is [var first, ..]
        && (
            first is "--help" or "-h" or "-?" or "/?" or "--version"
            || !(first.StartsWith('-') || first.StartsWith('/') || first.Contains('=', StringComparison.Ordinal)));

    private static RootCommand Root() =>
        new("CommerceBot: a shop that lives in a conversation. Without a command it starts the shop.")
        {
            ImportCommand.Create(),
            MessengerCommand.Create(),
            OrdersCommand.Create(),
            StockCommand.Create(),
            DeadLettersCommand.Create(),
            KeysCommand.Create(),
            AnswersCommand.Create(),
            DeskCommand.Create(),
            SimulatorCommand(),
        };

    private static Command SimulatorCommand()
    {
        var command = new Command("simulator", $"Runs the simulators of Messenger and Stripe alone, at {SimulatorHost.DefaultUrl}")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = Program.NewBuilder([.. parsed.UnmatchedTokens]).Configuration;
                SettingsException.Reading(() => SimulatorOptions.Read(settings));
                DataFolder.CheckWritable(StorageSettings.FolderOf(settings));
                await using var app = SimulatorHost.Build([.. parsed.UnmatchedTokens]);
                await app.StartAsync(cancellationToken);
                Terminal.Say($"The simulators are at {app.Urls.First()}/chat. Press Ctrl+C to stop.");
                await app.WaitForShutdownAsync(cancellationToken);
                return 0;
            }
        );
        return command;
    }

    private static async Task<int> RunShopAsync(string[] args)
    {
        await using var app = Program.Build(args);
        await app.StartAsync();
        var modes = app.Services.GetRequiredService<Modes>();
        var address = app.Services.GetRequiredService<ServerAddress>().Listening();
        Terminal.Say($"[bold]CommerceBot[/] is open at {address}");
        if (modes.Messenger == Mode.Simulated)
            Terminal.Say($"  Chat page          {SimulatorSettings.ChatPage(app.Services, app.Configuration)}");
        if (modes.Email == Mode.Simulated)
            Terminal.Say($"  Mailbox            {SimulatorSettings.MailboxPage(app.Services, app.Configuration)}");
        if (modes.Connector == Mode.Real)
            Terminal.Say($"  Emulator endpoint  {new Uri(address, "/api/messages")}");
        await DeskCommand.SayWhereAsync(app);
        var stripe = modes.IsLive ? $"{modes.Stripe} (LIVE)" : $"{modes.Stripe}";
        Terminal.Say($"  Messenger {modes.Messenger}, Stripe {stripe}, Email {modes.Email}. Press Ctrl+C to stop.");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
