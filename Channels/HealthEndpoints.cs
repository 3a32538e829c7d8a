using CommerceBot.Runtime.Health;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommerceBot.Channels;

internal static class HealthEndpoints
{
    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: what shoppers send can be stored; 503 with the reason
    /// when it cannot, or when the host is about to stop. Both answer each named check as JSON.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        Map(app, HealthTags.Live);
        Map(app, HealthTags.Ready);
    }

    private static void Map(WebApplication app, string tag) =>
        app.MapHealthChecks(
                $"/health/{tag}",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains(tag), ResponseWriter = WriteAsync })
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(check => check.Key, check => new
        {
            status = check.Value.Status.ToString(),
            // What a check throws would be described by the exception's own words, which may name files and addresses.
            description = check.Value.Exception is null ? check.Value.Description : "the check itself failed",
            data = check.Value.Data,
        }),
    });
}
