using Outcome = Microsoft.Bot.Builder.Adapters.Facebook.FacebookErrorClass;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// Graph's error codes and what each asks for, as Meta's pages said on 25 June 2026: the Send API's own, those of every
/// Graph API (developers.facebook.com/docs/graph-api/guides/error-handling) and its rate limits (.../overview/rate-limiting).
/// </summary>
public static class FacebookErrors
{
    private static readonly Dictionary<(int Code, int? Subcode), Outcome> Table = new()
    {
        [(1, null)] = Outcome.Retry,
        [(1, 1357046)] = Outcome.CheckBeforeRetry,
        [(2, null)] = Outcome.RetryLimited,
        [(3, null)] = Outcome.Configuration,
        [(4, null)] = Outcome.Backoff,
        [(10, null)] = Outcome.Configuration,
        [(10, 1893063)] = Outcome.StopAlert,
        [(10, 2018065)] = Outcome.WindowClosed,
        [(10, 2018108)] = Outcome.PersonGone,
        [(10, 2018278)] = Outcome.WindowClosed,
        [(10, 2018336)] = Outcome.StopThread,
        [(10, 2534022)] = Outcome.WindowClosed,
        [(12, null)] = Outcome.Configuration,
        [(17, null)] = Outcome.Backoff,
        [(32, null)] = Outcome.Backoff,
        [(100, null)] = Outcome.BadRequest,
        [(100, 2018001)] = Outcome.PersonGone,
        [(100, 2018008)] = Outcome.BadRequest,
        [(100, 2018047)] = Outcome.BadRequest,
        [(100, 2018074)] = Outcome.BadRequest,
        [(100, 2018109)] = Outcome.Backoff,
        [(100, 2018218)] = Outcome.ProfileMissing,
        [(100, 2018294)] = Outcome.BadRequest,
        [(100, 2018300)] = Outcome.NotOwner,
        [(100, 2018321)] = Outcome.NotOwner,
        [(101, null)] = Outcome.Configuration,
        [(102, null)] = Outcome.Configuration,
        [(104, null)] = Outcome.Configuration,
        [(190, null)] = Outcome.Configuration,
        [(200, null)] = Outcome.Configuration,
        [(200, 1545041)] = Outcome.PersonGone,
        [(200, 2018028)] = Outcome.Configuration,
        [(341, null)] = Outcome.Backoff,
        [(368, null)] = Outcome.Backoff,
        [(551, null)] = Outcome.PersonGone,
        [(551, 1545041)] = Outcome.PersonGone,
        [(613, null)] = Outcome.Backoff,
        [(613, 2018338)] = Outcome.StopAlert,
        [(613, 2534040)] = Outcome.Backoff,
        [(803, null)] = Outcome.PersonGone,
        [(1200, null)] = Outcome.Retry,
        [(2022, null)] = Outcome.StopAlert,
        [(2500, null)] = Outcome.BadRequest,
        [(2635, null)] = Outcome.Configuration,
        [(24001, null)] = Outcome.LegacyPayment,
        [(24002, null)] = Outcome.LegacyPayment,
        [(24005, null)] = Outcome.LegacyPayment,
    };

    /// <summary>
    /// The class of a failed answer. A subcode that we do not know counts as its code. A refusal with a code that we do not
    /// know is <see cref="Outcome.Unrecognized"/>: nothing is given up for a reason that nobody knows. One without any code
    /// did not come from Graph, and its HTTP status decides.
    /// </summary>
    public static Outcome Classify(int status, int? code, int? subcode)
    {
        if (code is not { } given)
            return OfStatus(status);
        if (Table.TryGetValue((given, subcode), out var exact))
            return exact;
        if (Table.TryGetValue((given, null), out var general))
            return general;
        return given switch
        {
            // Limits by business use case: Ads Insights 80000, Pages 80001, Instagram 80002 ... Messenger 80006 ... catalogues 80014.
            >= 80000 and <= 80099 => Outcome.Backoff,
            // "API Permission (Multiple values depending on permission)".
            >= 200 and <= 299 => Outcome.Configuration,
            _ => status switch
            {
                429 => Outcome.Backoff,
                >= 200 and < 300 or >= 400 and < 500 => Outcome.Unrecognized,
                _ => OfStatus(status),
            },
        };
    }

    /// <summary>What may pass by itself, whatever its code says: Graph marks such an error with <c>is_transient</c>.</summary>
    internal static Outcome Transient(Outcome outcome) =>
        outcome is Outcome.BadRequest or Outcome.Configuration or Outcome.Unrecognized ? Outcome.Retry : outcome;

    private static Outcome OfStatus(int status) => status switch
    {
        408 or 425 => Outcome.Retry,
        429 => Outcome.Backoff,
        401 or 403 or 404 or (>= 300 and < 400) => Outcome.Configuration,
        400 or 405 or 406 or 411 or 413 or 414 or 415 or 422 or 431 => Outcome.BadRequest,
        >= 400 and < 500 => Outcome.Unrecognized,
        _ => Outcome.UnknownOutcome,
    };
}
