using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>The row of chips under the last message. <c>location</c> was removed by Meta.</summary>
internal static class QuickReplies
{
    private static readonly Shape Own = All(
        Object(
            Must("content_type", Text()),
            May("title", Text(20, min: 0)),
            Must("payload", Text(1000)),
            May("image_url", Values.WebAddress)),
        TitleOrPicture);

    /// <summary>Messenger fills in what the person has given to it.</summary>
    private static readonly Shape FromProfile = Object(
        Must("content_type", Text()),
        May("title", Text(20, min: 0)),
        May("payload", Text(1000, min: 0)),
        May("image_url", Values.WebAddress));

    public static readonly Shape Row = List(1, 13, By(
        "content_type",
        ("text", Own),
        ("user_phone_number", FromProfile),
        ("user_email", FromProfile)));

    private static GraphError? TitleOrPicture(JsonElement reply, string path) =>
        reply.TryGetProperty("title", out var title) && title.GetString()!.Trim().Length > 0
            ? null
            : AnyOf("A quick reply needs a title or an image_url", "image_url")(reply, path);
}
