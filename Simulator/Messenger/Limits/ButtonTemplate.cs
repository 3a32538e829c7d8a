using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>A text with buttons under it.</summary>
internal static class ButtonTemplate
{
    public static readonly Shape Payload = Object(
        Must("template_type", Text()),
        Must("text", Text(640)),
        Must("buttons", List(1, 3, Buttons.Any)),
        May("sharable", Flag));
}
