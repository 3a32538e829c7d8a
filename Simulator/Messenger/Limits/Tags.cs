using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>
/// The reasons for which a Page may speak outside the 24 hours. Since April 27, 2026 the three tags that shops used
/// are refused; a bot is never a human agent; utility messages need a template that Meta has approved.
/// </summary>
internal static class Tags
{
    public static GraphError? Check(JsonElement body)
    {
        var type = body.TryGetProperty("messaging_type", out var value) ? value.GetString() : null;
        var tag = body.TryGetProperty("tag", out value) ? value.GetString() : null;
        return (type, tag) switch
        {
            ("MESSAGE_TAG", null) => Shapes.Missing("tag"),
            ("MESSAGE_TAG", "HUMAN_AGENT") => new GraphError(
                200, "(#200) The app has no permission to send with the tag HUMAN_AGENT", 2018028),
            ("MESSAGE_TAG", "CONFIRMED_EVENT_UPDATE" or "ACCOUNT_UPDATE" or "POST_PURCHASE_UPDATE") =>
                GraphError.Bad($"The tag {tag} is no longer supported. Use a utility message"),
            ("MESSAGE_TAG", _) => GraphError.Bad($"Param tag: {tag} is not a message tag"),
            ("UTILITY", _) => GraphError.Bad("The Page has no approved utility template"),
            (_, not null) => GraphError.Bad("Param tag goes with messaging_type MESSAGE_TAG only"),
            _ => null,
        };
    }
}
