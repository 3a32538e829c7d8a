namespace CommerceBot.Simulator.Hosting;

/// <summary>Where the simulators' pages are for a request that came in at the API's own port.</summary>
internal sealed record HomeAddress(Uri Address);
