using System.Globalization;

namespace CommerceBot.Catalog.Feed;

/// <summary>When a sale price holds: <c>2026-01-01T00:00+01:00/2026-02-01T00:00-0300</c> and older spellings.</summary>
internal static class FeedSaleDates
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'H:mm:sszzz", "yyyy-MM-dd'T'H:mmzzz", "yyyy-MM-dd'T'H:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'H:mm:ss", "yyyy-MM-dd'T'H:mm", "yyyy-MM-dd' 'H:mm:ss", "yyyy-MM-dd' 'H:mm", "yyyy-MM-dd",
        "yyyy-MM-dd'T'H:mm:sszz'00'", "yyyy-MM-dd'T'H:mmzz'00'",
    ];

    /// <summary>Empty and WooCommerce's bare <c>/</c> are open on both sides; so is one side left empty.</summary>
    public static bool TryRead(string text, out DateTimeOffset? from, out DateTimeOffset? to)
    {
        (from, to) = (null, null);
        var sides = text.Split('/');
        if (sides is [var only] && only.Length == 0)
            return true;
        return sides.Length == 2 && TryMoment(sides[0], ends: false, out from) && TryMoment(sides[1], ends: true, out to)
            && (from is null || to is null || from < to);
    }

    private static bool TryMoment(string text, bool ends, out DateTimeOffset? moment)
    {
        moment = null;
        text = text.Trim();
        if (text.Length == 0)
            return true;
        // Legacy: 2017-12-01T0:00-23:59 names the first and last minute of the day; the hyphen is no offset.
        var legacy = text.IndexOf("-23:59", StringComparison.Ordinal);
        if (legacy > 10)
            text = ends ? text[..text.IndexOf('T', StringComparison.Ordinal)] + "T23:59" : text[..legacy];
        text = text.EndsWith('Z') ? text[..^1] + "+00:00" : text.Replace(" +", "+", StringComparison.Ordinal);
        if (!DateTimeOffset.TryParseExact(Colon(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
            return false;
        moment = ends && text.Length == 10 ? read.AddDays(1) : read;
        return true;
    }

    // -0300 into -03:00
    private static string Colon(string text) =>
        text.Length > 16 && text[^5] is '+' or '-' && text[^4..].All(char.IsAsciiDigit) ? text[..^2] + ":" + text[^2..] : text;
}
