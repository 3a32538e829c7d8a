using Outcome = Microsoft.Bot.Builder.Adapters.Facebook.FacebookErrorClass;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Graph's error codes and what each asks for, as Meta's pages said on 25 June 2026.</summary>
public static class FacebookErrors
{
    private static readonly Dictionary<(int Code, int? Subcode), Outcome> Table = new()
    {
        [(1, null)] = Outcome.Retry,
        [(1, 1357046)] = Outcome.CheckBeforeRetry,
        [(2, null)] = Outcome.RetryLimited,
        [(4, null)] = Outcome.Backoff,
        [(10, null)] = Outcome.Configuration,
        [(10, 1893063)] = Outcome.StopAlert,
        [(10, 2018065)] = Outcome.WindowClosed,
        [(10, 2018108)] = Outcome.PersonGone,
        [(10, 2018278)] = Outcome.WindowClosed,
        [(10, 2018336)] = Outcome.StopThread,
        [(10, 2534022)] = Outcome.WindowClosed,
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
        [(190, null)] = Outcome.Configuration,
        [(200, null)] = Outcome.Configuration,
        [(200, 1545041)] = Outcome.PersonGone,
        [(200, 2018028)] = Outcome.Configuration,
        [(551, null)] = Outcome.PersonGone,
        [(551, 1545041)] = Outcome.PersonGone,
        [(613, null)] = Outcome.Backoff,
        [(613, 2018338)] = Outcome.StopAlert,
        [(613, 2534040)] = Outcome.Backoff,
        [(1200, null)] = Outcome.Retry,
        [(2022, null)] = Outcome.StopAlert,
        [(24001, null)] = Outcome.LegacyPayment,
        [(24002, null)] = Outcome.LegacyPayment,
        [(24005, null)] = Outcome.LegacyPayment,
    };

    /// <summary>The class of a failed answer. A subcode that we do not know counts as its code; a code that we do not know, as its HTTP status.</summary>
    public static Outcome Classify(int status, int? code, int? subcode)
    {
        if (code is { } known)
        {
            if (Table.TryGetValue((known, subcode), out var exact))
                return exact;
            if (Table.TryGetValue((known, null), out var general))
                return general;
        }

        return status switch
        {
            429 => Outcome.Backoff,
            401 or 403 or 404 or (>= 300 and < 400) => Outcome.Configuration,
            >= 400 and < 500 => Outcome.BadRequest,
            _ => Outcome.UnknownOutcome,
        };
    }
}
