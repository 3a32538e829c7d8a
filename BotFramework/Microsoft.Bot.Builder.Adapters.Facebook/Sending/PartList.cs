using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>The messages that one activity becomes, in order: each an activity of its own that Messenger takes in one call.</summary>
internal sealed class PartList(Activity whole)
{
    public List<Activity> Parts { get; } = [];

    public void AddText(string? text)
    {
        foreach (var piece in TextPieces.Split(text, MessengerLimits.Text))
            Parts.Add(Part(piece, null));
    }

    public void AddTemplate(AttachmentPayload payload) => Add("template", payload);

    public void AddMedia(string type, Uri address) => Add(type, new AttachmentPayload { Url = address });

    public void Add(string type, object payload) => Parts.Add(Part(null, new Attachment(type, content: payload)));

    private Activity Part(string? text, Attachment? attachment) => new(ActivityTypes.Message)
    {
        Id = whole.Id,
        ChannelId = whole.ChannelId,
        Conversation = whole.Conversation,
        From = whole.From,
        Recipient = whole.Recipient,
        ReplyToId = whole.ReplyToId,
        Locale = whole.Locale,
        ChannelData = whole.ChannelData,
        Text = text,
        Attachments = attachment is null ? null : [attachment],
    };
}
