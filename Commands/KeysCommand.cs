using System.CommandLine;
using System.Globalization;
using CommerceBot.Storage;
using CommerceBot.Storage.Encryption;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary><c>keys list|rotate</c>: the keys that encrypt what is personal.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "The keys that encrypt what is personal") { List(), Rotate() };

    private static Command List()
    {
        var command = new Command("list", "Data keys, and Data Protection's keys that wrap them");
        command.SetAction(_ =>
        {
            using var context = CommandContext.Open();
            Write(context.Keys);
            return 0;
        });
        return command;
    }

    private static Command Rotate()
    {
        var command = new Command("rotate", "Makes all keys new and encrypts everything anew; the shop must be stopped");
        command.SetAction(_ =>
        {
            using var context = CommandContext.Open();
            // Nobody may encrypt with an old key meanwhile: the folder is ours until this ends.
            using var alone = DataFolder.Own(
                StorageSettings.FolderOf(context.Settings), context.Database, context.Modes.Stamp);
            var done = context.Keys.Rotate();
            Terminal.Say(
                $"Data key {done.DataKey} encrypts everything now: {done.Reencrypted} values encrypted anew, {
                    done.Dropped} old data keys dropped, {done.Revoked} Data Protection keys revoked."
            );
            Terminal.Say($"Keep a copy of the 'keys' folder apart from the database's: without {done.Wrapper} nothing opens.");
            return 0;
        });
        return command;
    }

    private static void Write(KeyRotation keys)
    {
        var data = new Table().Border(TableBorder.Rounded).Title("Data keys").AddColumns("Id", "Made", "Values", "Wrapped by");
        foreach (var key in keys.DataKeys())
            data.AddRow(
                $"{key.Id}", At(key.Created), key.Ciphertexts.ToString(CultureInfo.InvariantCulture), key.WrappedBy?.ToString() ?? "?");
        AnsiConsole.Write(data);
        var wrappers = new Table().Border(TableBorder.Rounded).Title("Data Protection's keys").AddColumns("Id", "Made", "Until", "Revoked");
        foreach (var key in keys.Wrappers())
            wrappers.AddRow($"{key.KeyId}", At(key.CreationDate), At(key.ExpirationDate), key.IsRevoked ? "yes" : "no");
        AnsiConsole.Write(wrappers);
    }

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
