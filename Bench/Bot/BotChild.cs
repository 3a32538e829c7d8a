using CommerceBot.Bench.Children;

namespace CommerceBot.Bench.Bot;

/// The EchoBot in the real host, as a child process.
internal static class BotChild
{
    /// Arguments: the fake Graph's address, the data folder.
    public static async Task<int> RunAsync(string[] args)
    {
        await using var host = await BotHost.StartAsync(Settings(args[0], args[1]));
        await Parent.SayAsync($"ready {host.Address}");
        await Parent.GoneAsync();
        return 0;
    }

    /// The same with a desk: says who may join as its first owner, too.
    public static async Task<int> RunWithDeskAsync(string[] args)
    {
        await using var host = await BotHost.StartWithDeskAsync(Settings(args[0], args[1]));
        await Parent.SayAsync($"ready {host.Address}");
        await Parent.SayAsync($"owner {await host.OwnerLinkAsync()}");
        await Parent.GoneAsync();
        return 0;
    }

    private static Dictionary<string, string?> Settings(string graph, string folder) => new()
    {
        ["FacebookApiHost"] = graph,
        ["FacebookAppSecret"] = Webhook.AppSecret,
        ["FacebookVerifyToken"] = Webhook.VerifyToken,
        ["FacebookAccessToken"] = Webhook.AccessToken,
        ["Messenger:Mode"] = "Real",
        ["Stripe:Mode"] = "Real", // with a test key and an address where nobody listens: a real Messenger without Stripe refuses to start
        ["Shop:BaseUrl"] = "http://127.0.0.1:9",
        ["Stripe:ApiKey"] = "sk_test_bench",
        ["Stripe:WebhookSecret"] = "whsec_bench",
        ["Stripe:ApiBase"] = "http://127.0.0.1:9",
        ["Connector:Mode"] = "Off",
        ["Email:Mode"] = "Off",
        ["Data:Folder"] = folder,
        ["Logging:LogLevel:Default"] = "Warning",
    };
}
