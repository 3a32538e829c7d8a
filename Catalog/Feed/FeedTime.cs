using System.Globalization;

namespace CommerceBot.Catalog.Feed;

/// <summary>When a feed, or a count by hand, was true. Sales after it are subtracted from its stock, sales before it are not.</summary>
internal static class FeedTime
{
    /// <summary>Why stock cannot be of that time; null when it can. A time to come would hide sales that are not made yet.</summary>
    public static string? Objection(DateTimeOffset asOf, DateTimeOffset now) =>
        asOf <= now
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The stock would be as of {asOf:yyyy-MM-dd'T'HH:mm:sszzz}, which is still to come (now is "
                + $"{now.ToOffset(asOf.Offset):yyyy-MM-dd'T'HH:mm:sszzz}): say with --as-of when it was counted, or set the clock right."
            );
}
