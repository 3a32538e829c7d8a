namespace Microsoft.Bot.Schema;

/// <summary>Somebody came or left.</summary>
public interface IConversationUpdateActivity : IActivity
{
    /// <summary>Who came, the bot itself included.</summary>
    IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Who left.</summary>
    IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>What the conversation is about now.</summary>
    string? TopicName { get; set; }

    /// <summary>Whether who comes sees what was said before.</summary>
    bool? HistoryDisclosed { get; set; }
}
