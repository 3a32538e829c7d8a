using System.Diagnostics.CodeAnalysis;

namespace CommerceBot.Cards;

/// <summary>
/// Actions as button payloads: <c>shop1/verb/number/.../rest</c>. The rest comes last and is taken whole, so that a
/// merchant's id may hold any sign. What does not read back exactly as it would be written is no action. Which action has
/// which text is the table in <see cref="ShopActionForms"/>.
/// </summary>
internal static class ShopActionText
{
    public const int Longest = 200;

    /// <summary>Change it when an old button would mean something else; what an old version wrote is stale then.</summary>
    private const string Version = "shop1";

    public static string Write(this ShopAction action)
    {
        var form = ShopActionForms.Of(action);
        return form.Write(action) is { } rest ? $"{Version}/{form.Verb}/{rest}" : $"{Version}/{form.Verb}";
    }

    /// <summary>Whether a text was meant as one of our buttons, of any version.</summary>
    public static bool LooksLikeOne(string? text) =>
        text is not null && text.StartsWith("shop", StringComparison.Ordinal) && text.IndexOf('/', StringComparison.Ordinal) is > 4 and <= 8
        && text[4..text.IndexOf('/', StringComparison.Ordinal)].All(char.IsAsciiDigit);

    public static bool TryRead(string? text, [NotNullWhen(true)] out ShopAction? action)
    {
        action = null;
        if (text is null or { Length: > Longest } || !text.StartsWith(Version + "/", StringComparison.Ordinal))
            return false;
        var body = text[(Version.Length + 1)..];
        var slash = body.IndexOf('/', StringComparison.Ordinal);
        var (verb, rest) = slash < 0 ? (body, null) : (body[..slash], body[(slash + 1)..]);
        action = ShopActionForms.Of(verb)?.Read(rest);
        if (action?.Write() == text)
            return true;
        action = null;
        return false;
    }
}
