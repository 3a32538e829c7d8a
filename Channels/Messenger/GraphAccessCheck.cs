using System.Globalization;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommerceBot.Channels.Messenger;

/// <summary>
/// Whether Graph takes the Page's token: known from the calls that are made anyway. A refused token is told until a call succeeds.
/// </summary>
internal sealed class GraphAccessCheck(TimeProvider time) : IHealthCheck
{
    private const string Cure = "make a new token for the Page and set FacebookAccessToken";

    private volatile string? _refusal;

    public void Note(FacebookAnswer answer)
    {
        if (answer.Succeeded)
            _refusal = null;
        else if (answer.Class == FacebookErrorClass.Configuration)
            _refusal = string.Create(
                CultureInfo.InvariantCulture,
                $"Graph refused the token or a permission at {time.GetUtcNow():yyyy-MM-dd HH:mm} UTC, code {answer.Code}: {Cure}");
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_refusal is { } refusal ? HealthCheckResult.Degraded(refusal) : HealthCheckResult.Healthy());
}
