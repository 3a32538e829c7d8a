namespace Microsoft.Bot.Schema;

/// <summary>Somebody came or left.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount>? MembersAdded { get; set; }

    IList<ChannelAccount>? MembersRemoved { get; set; }

    string? TopicName { get; set; }

    bool? HistoryDisclosed { get; set; }
}
