using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>One picture or film of Facebook's own, with buttons.</summary>
internal static class MediaTemplate
{
    private static readonly Shape Element = All(
        Object(
            Must("media_type", OneOf("image", "video")),
            May("url", FacebookAddress),
            May("attachment_id", Attachments.UnknownAttachment),
            May("buttons", List(1, 3, Buttons.Any))),
        AnyOf("A media element needs a url or an attachment_id", "url", "attachment_id"));

    public static readonly Shape Payload = Object(
        Must("template_type", Text()),
        Must("elements", List(1, 1, Element)),
        May("sharable", Flag));

    private static GraphError? FacebookAddress(JsonElement value, string path)
    {
        if (Values.WebAddress(value, path) is { } wrong)
            return wrong;
        var host = new Uri(value.GetString()!).Host;
        return host is "facebook.com" || host.EndsWith(".facebook.com", StringComparison.OrdinalIgnoreCase)
            ? null
            : GraphError.Bad($"Param {path} must be the address of a photo or video on facebook.com", 2018074);
    }
}
