using System.CommandLine;
using CommerceBot.Channels;
using CommerceBot.Channels.Messenger;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary><c>messenger setup</c>: writes get started, greeting, persistent menu and ice breakers.</summary>
internal static class MessengerCommand
{
    public static Command Create()
    {
        var setup = new Command("setup", "Writes the Page's Messenger profile: get started, greeting, persistent menu, ice breakers");
        setup.SetAction((_, cancellationToken) => SetUpAsync(cancellationToken));
        return new Command("messenger", "The Messenger Page") { setup };
    }

    private static async Task<int> SetUpAsync(CancellationToken cancellationToken)
    {
        await using var app = Program.Build(["--urls", "http://127.0.0.1:0"], builder => builder.Configuration["Data:Folder"] = Path.Combine(Path.GetTempPath(), "commercebot-setup"));
        if (app.Services.GetRequiredService<Modes>().Messenger != Mode.Real)
        {
            AnsiConsole.MarkupLine("Messenger is a stand-in here, whose profile is written at every start. Set FacebookVerifyToken, FacebookAppSecret and FacebookAccessToken for a real Page.");
            return CommandLine.Failed;
        }

        if (await app.Services.GetRequiredService<MessengerSetup>().WriteAsync(cancellationToken) is not { } refused)
        {
            AnsiConsole.MarkupLine("The Messenger profile is written. It can take Messenger a day to show it to everybody.");
            return 0;
        }

        Terminal.Say($"[red]{refused}[/]");
        return CommandLine.Failed;
    }
}
