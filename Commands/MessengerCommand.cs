using System.CommandLine;
using CommerceBot.Channels;
using CommerceBot.Channels.Messenger;

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
        if (Modes.Decide(Program.NewBuilder([]).Configuration).Messenger != Mode.Real)
        {
            Terminal.Complain(
                $"There is no real Page to set up. Set FacebookVerifyToken, FacebookAppSecret and FacebookAccessToken."
            );
            return CommandLine.Failed;
        }

        // The profile touches no data, and the shop may be running: a folder of its own, gone afterwards.
        var folder = Directory.CreateTempSubdirectory("commercebot-setup-");
        try
        {
            return await WriteAsync(folder.FullName, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        await using var app = Program.Build([$"--Data:Folder={folder}"], builder => builder.Logging.ClearProviders());
        if (await app.Services.GetRequiredService<MessengerSetup>().WriteAsync(cancellationToken) is { } refused)
        {
            Terminal.Complain($"The Messenger profile is not written. {refused}");
            return CommandLine.Failed;
        }

        Terminal.Say($"The Messenger profile is written. It can take Messenger a day to show it to everybody.");
        return 0;
    }
}
