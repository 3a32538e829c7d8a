using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>One card, or a row of cards to swipe through.</summary>
internal static class GenericTemplate
{
    private static readonly Shape Card = All(
        Object(
            Must("title", Text(80)),
            May("subtitle", Text(80)),
            May("image_url", Values.WebAddress),
            May("default_action", Buttons.DefaultAction),
            May("buttons", List(1, 3, Buttons.Any))),
        AnyOf("A card needs one field besides its title", "subtitle", "image_url", "default_action", "buttons"));

    public static readonly Shape Payload = Object(
        Must("template_type", Text()),
        Must("elements", List(1, 10, Card)),
        May("image_aspect_ratio", OneOf("horizontal", "square")),
        May("sharable", Flag));
}
