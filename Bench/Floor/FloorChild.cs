using CommerceBot.Bench.Children;
using Microsoft.AspNetCore.Builder;

namespace CommerceBot.Bench.Floor;

/// The same service as the bot's with no framework: webhook, durable append, 200, turn, commit, send, mark. Hand-written and quick.
internal static class FloorChild
{
    /// Arguments: the fake Graph's address, the data folder.
    public static async Task<int> RunAsync(string[] args)
    {
        using var ledger = new Ledger(Path.Combine(args[1], "floor.db"));
        using var send = new SendApi(new Uri(args[0]));
        var lanes = new Lanes(ledger, send);
        var endpoint = new WebhookEndpoint(ledger, lanes);
        await using var app = await Loopback.ListenAsync(endpoint.ReceiveAsync);
        await Parent.SayAsync($"ready {app.Address()}");
        await Parent.GoneAsync();
        return 0;
    }
}
