using CommerceBot.Runtime;

namespace CommerceBot.Channels;

internal static class Health
{
    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: what shoppers send can be stored; 503 with the reason
    /// when it cannot, or when the host is about to stop.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (Readiness readiness) =>
            await readiness.ProblemAsync() is { } problem
                ? Results.Text($"not ready: {problem}", statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready"));
    }
}
