using CommerceBot.Bench.Children;
using Microsoft.AspNetCore.Builder;

namespace CommerceBot.Bench.Floor;

/// Kestrel that reads the body and answers 200: what the machine can do at all.
internal static class BareChild
{
    public static async Task<int> RunAsync()
    {
        await using var app = await Loopback.ListenAsync(static async http =>
        {
            await http.Request.BodyAsync(http.RequestAborted);
            http.Response.ContentLength = 0;
        });
        await Parent.SayAsync($"ready {app.Address()}");
        await Parent.GoneAsync();
        return 0;
    }
}
