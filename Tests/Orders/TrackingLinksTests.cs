using CommerceBot.Orders;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class TrackingLinksTests
{
    [Theory]
    [InlineData("http://carrier.example/?n={n}")]
    [InlineData("https://carrier.example/")]
    [InlineData("https://{n}.example/")]
    [InlineData("carrier.example/{n}")]
    [InlineData("javascript:alert({n})")]
    public void An_address_that_cannot_show_a_parcel_is_refused_at_the_start(string template)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Delivery:Tracking:BRT"] = template }).Build();
        Assert.Contains(
            "Delivery:Tracking:BRT", Assert.Throws<InvalidOperationException>(() => TrackingLinks.Read(settings)).Message,
            StringComparison.Ordinal);
    }
}
