using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Chats;

/// <summary>The settings under <c>Chats</c>, and when a person answers.</summary>
/// <param name="ReturnAfter">After a person's last word at the desk the bot comes back; zero: never by itself.</param>
/// <param name="InboxSilence">How long the bot keeps still after somebody wrote in the channel's own inbox; zero: not at all.</param>
/// <param name="GiveUpAfter">How many sentences in a row that were not understood bring a person.</param>
/// <param name="TellNames">Whether shoppers are told the first name of who answers.</param>
/// <param name="Hours">Null when nobody said.</param>
internal sealed record ChatSettings(TimeSpan ReturnAfter, TimeSpan InboxSilence, int GiveUpAfter, bool TellNames, SupportHours? Hours)
{
    public static ChatSettings Default { get; } = new(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30), 2, true, null);

    /// <exception cref="InvalidOperationException">A setting cannot be right; the message says what to write.</exception>
    public static ChatSettings Read(IConfiguration settings) => new(
        TimeSpan.FromMinutes(Number("Chats:ReturnMinutes", settings["Chats:ReturnMinutes"], 30)),
        TimeSpan.FromMinutes(Number("Chats:InboxMinutes", settings["Chats:InboxMinutes"], 30)),
        Math.Max(1, Number("Chats:GiveUpAfter", settings["Chats:GiveUpAfter"], 2)),
        settings["Chats:TellNames"] is not { Length: > 0 } tell || Truth("Chats:TellNames", tell),
        HoursOf(settings["Support:Hours"]));

    private static int Number(string name, string? text, int otherwise) => text switch
    {
        null or "" => otherwise,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_000 => number,
        _ => throw new InvalidOperationException($"{name} is '{text}' in appsettings.json. Write a whole number from 0 to 10000."),
    };

    private static bool Truth(string name, string text) => bool.TryParse(text, out var truth)
        ? truth
        : throw new InvalidOperationException($"{name} is '{text}' in appsettings.json. Write true or false.");

    private static SupportHours? HoursOf(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : SupportHours.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw new InvalidOperationException($"Support:Hours is '{text}' in appsettings.json: {wrong.Message}", wrong);
        }
    }
}
