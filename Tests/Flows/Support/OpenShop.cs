using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>Bottega Aurora as a fresh clone opens it; the tests of a class share it, each with shoppers of its own.</summary>
public sealed class OpenShop : IAsyncLifetime
{
    internal ShopHost Now { get; private set; } = null!;

    internal TestCheckout Checkout => new(Now);

    internal Merchant Merchant => new(Now);

    public async ValueTask InitializeAsync() => Now = await ShopHost.StartAsync();

    public ValueTask DisposeAsync() => Now.DisposeAsync();

    internal Task PlayAsync(string conversation, string locale = "it_IT") => new Play(Now, locale).RunAsync(conversation);
}
