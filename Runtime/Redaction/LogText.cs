namespace CommerceBot.Runtime.Redaction;

/// <summary>What a log may show of a text that somebody outside wrote: short, on one line, and without a card's number.</summary>
internal static class LogText
{
    public const int Longest = 300;

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        // Cut behind the redaction: half a number would be none, and stay.
        var clean = CardText.Redact(text.Length > 4 * Longest ? text[..(4 * Longest)] : text);
        var shown = clean.Length > Longest ? clean[..Longest] + "..." : clean;
        return string.Create(shown.Length, shown, static (signs, from) =>
        {
            for (var i = 0; i < signs.Length; i++)
                signs[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        });
    }
}
