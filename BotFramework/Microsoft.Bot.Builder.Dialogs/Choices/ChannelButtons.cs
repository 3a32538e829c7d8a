using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Whether a channel has room for choices as buttons, by the table of its abilities.</summary>
internal static class ChannelButtons
{
    /// <summary>A longer title would be cut on most channels; such choices go into the text.</summary>
    public const int MaxTitleLength = 20;

    public static bool FitAsSuggestedActions(string channelId, int count, string conversationType)
    {
        var abilities = ChannelAbilities.For(channelId);
        return abilities.MaxSuggestedActions > 0 && count <= abilities.MaxSuggestedActions
            && (!abilities.SuggestsToOnePersonOnly || conversationType == "personal");
    }

    public static bool FitOnCards(string channelId, int count) =>
        ChannelAbilities.For(channelId).MaxCardButtons is > 0 and var most && count <= most;
}
