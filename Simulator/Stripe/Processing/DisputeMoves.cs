using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>
/// What may become of a dispute. Stripe's documentation names the statuses and not their order (docs.stripe.com/disputes and the
/// changelog of 2026-10-28, read 2026-11-27), so a shop must bear every order; these are the ones that make sense to play.
/// </summary>
internal static class DisputeMoves
{
    public static IReadOnlyList<DisputeStatus> Next(DisputeStatus status) => status switch
    {
        DisputeStatus.NeedsResponse => [DisputeStatus.UnderReview, DisputeStatus.Won, DisputeStatus.Lost],
        DisputeStatus.UnderReview => [DisputeStatus.NeedsResponse, DisputeStatus.Won, DisputeStatus.Lost],
        // The other side may contest what the shop won.
        DisputeStatus.Won => [DisputeStatus.UnderReview],
        DisputeStatus.Lost => [DisputeStatus.AppealNeedsResponse, DisputeStatus.AppealUnderReview],
        DisputeStatus.AppealNeedsResponse => [DisputeStatus.AppealUnderReview, DisputeStatus.Won, DisputeStatus.Lost],
        DisputeStatus.AppealUnderReview => [DisputeStatus.AppealNeedsResponse, DisputeStatus.Won, DisputeStatus.Lost],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No status of a dispute."),
    };

    /// <summary>The shop has a time to answer.</summary>
    public static bool AsksTheShop(DisputeStatus status) => status is DisputeStatus.NeedsResponse or DisputeStatus.AppealNeedsResponse;
}
