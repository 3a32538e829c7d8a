using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How many buttons a channel can show, and where. Microsoft's table of 4.23, but for Messenger.</summary>
internal static class ChannelButtons
{
    /// <summary>A longer title would be cut on most channels; such choices go into the text.</summary>
    public const int MaxTitleLength = 20;

    public static bool FitAsSuggestedActions(string channelId, int count, string conversationType) => channelId switch
    {
        // Messenger takes 13 quick replies a message (Microsoft's table: 10); our adapter spreads more over pages.
        Channels.Facebook => true,
        Channels.Skype => count <= 10,
        Channels.Line => count <= 13,
        Channels.Kik => count <= 20,
        Channels.Msteams => conversationType == "personal" && count <= 3,
        _ => HasRichButtons(channelId) && count <= 100,
    };

    public static bool FitOnCards(string channelId, int count) => channelId switch
    {
        Channels.Facebook or Channels.Skype => count <= 3,
        Channels.Msteams => count <= 50,
        Channels.Line => count <= 99,
        _ => HasRichButtons(channelId) && count <= 100,
    };

    private static bool HasRichButtons(string channelId) => channelId
        is Channels.Slack or Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat;
}
