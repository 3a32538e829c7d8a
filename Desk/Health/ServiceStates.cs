namespace CommerceBot.Desk.Health;

/// <summary>How the services around the shop are reached in this run.</summary>
/// <param name="Services">Each by name with its mode, such as <c>Messenger</c>, <c>Simulated</c>.</param>
/// <param name="IsLive">Whether real money moves.</param>
internal sealed record ServiceStates(IReadOnlyList<(string Name, string Mode)> Services, bool IsLive);

/// <summary>When something came last.</summary>
internal interface IArrivals
{
    Task<LastSeen> LastSeenAsync(CancellationToken cancellationToken);
}

/// <param name="Message">When somebody wrote or tapped last; null when nobody did in what is kept.</param>
/// <param name="Gateway">When the payment gateway told something last.</param>
/// <param name="GatewayRead">Until when its list of events was read.</param>
internal sealed record LastSeen(DateTimeOffset? Message, DateTimeOffset? Gateway, DateTimeOffset? GatewayRead);
