namespace Microsoft.Bot.Connector;

/// <summary>
/// What the client at the other end of a channel can show and tap. One row for each, so that nobody asks for a channel by
/// name. Counts are Microsoft's of 4.23 where nothing else is said; what clients do was seen by running them: Web Chat
/// 4.18.1 and the Agents Playground 0.2.28, on 2026-11-27.
/// </summary>
public sealed record ChannelAbilities
{
    private const int Many = 100;

    private static readonly ChannelAbilities Text = new() { MaxSuggestedActions = 0, MaxCardButtons = 0, ShowsCarousels = false };

    /// <summary>The Emulator's page too. A fact's value is cut behind some twelve letters, and "tel:" is put before a call.</summary>
    private static readonly ChannelAbilities WebChat = new() { ReadsMarkdown = true, PutsTelBeforeCalls = true, MaxFactLength = 12 };

    /// <summary>Web Chat inside the Playground, which sends each card on as a message of its own and loses what stands under it.</summary>
    private static readonly ChannelAbilities PlaygroundWebChat = WebChat with { SuggestsUnderTextOnly = true };

    /// <summary>The Playground's own page, for emulator and msteams. Only adaptive cards have buttons that say something.</summary>
    private static readonly ChannelAbilities Playground = PlaygroundWebChat with
    {
        ShowsCarousels = false,
        ShowsAdaptiveCardsOnly = true,
        SuggestsTitlesOnly = true,
        PutsTelBeforeCalls = false,
    };

    private static readonly Dictionary<string, ChannelAbilities> Rows = new(StringComparer.OrdinalIgnoreCase)
    {
        [Channels.Emulator] = WebChat,
        [Channels.Webchat] = WebChat,
        [Channels.Directline] = WebChat,
        [Channels.DirectlineSpeech] = WebChat,
        [Channels.Slack] = new(),
        [Channels.Telegram] = new(),
        // Messenger takes 13 quick replies a message; its adapter spreads more over pages.
        [Channels.Facebook] = new() { MaxSuggestedActions = int.MaxValue, MaxCardButtons = 3 },
        [Channels.Skype] = new() { MaxSuggestedActions = 10, MaxCardButtons = 3 },
        [Channels.Line] = new() { MaxSuggestedActions = 13, MaxCardButtons = 99 },
        [Channels.Kik] = new() { MaxSuggestedActions = 20, MaxCardButtons = 0 },
        [Channels.Msteams] = new()
        {
            MaxSuggestedActions = 3, SuggestsToOnePersonOnly = true, SuggestsTitlesOnly = true, MaxCardButtons = 50, ReadsMarkdown = true,
        },
    };

    /// <summary>How many suggested actions a message may have.</summary>
    public int MaxSuggestedActions { get; init; } = Many;

    /// <summary>Suggested actions are for conversations with one person, not for groups.</summary>
    public bool SuggestsToOnePersonOnly { get; init; }

    /// <summary>A tap on a suggested action says its title, whatever its type and value: others than imBack are not shown.</summary>
    public bool SuggestsTitlesOnly { get; init; }

    /// <summary>Suggested actions under cards are not shown.</summary>
    public bool SuggestsUnderTextOnly { get; init; }

    /// <summary>How many buttons a card may have.</summary>
    public int MaxCardButtons { get; init; } = Many;

    /// <summary>Cards may stand side by side.</summary>
    public bool ShowsCarousels { get; init; } = true;

    /// <summary>Of the other cards' buttons only those that open an address do anything, and receipts are not shown.</summary>
    public bool ShowsAdaptiveCardsOnly { get; init; }

    /// <summary>Texts are read as Markdown, those of cards whatever the message's textFormat says.</summary>
    public bool ReadsMarkdown { get; init; }

    /// <summary>A call button's value is a bare number: "tel:" is put before whatever it has.</summary>
    public bool PutsTelBeforeCalls { get; init; }

    /// <summary>Longer values of a receipt's facts are cut.</summary>
    public int MaxFactLength { get; init; } = int.MaxValue;

    /// <summary>The row of a channel; of the Playground, which bears other channels' ids, by where it takes replies.</summary>
    public static ChannelAbilities For(string? channelId, string? serviceUrl = null)
    {
        var isPlayground = serviceUrl?.TrimEnd('/').EndsWith("/_connector", StringComparison.OrdinalIgnoreCase) == true;
        return (isPlayground, channelId) switch
        {
            (true, Channels.Emulator or Channels.Msteams) => Playground,
            (true, Channels.Webchat or Channels.Directline) => PlaygroundWebChat,
            _ => Rows.GetValueOrDefault(channelId ?? string.Empty, Text),
        };
    }
}
