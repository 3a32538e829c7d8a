using System.Net.Http.Json;

namespace CommerceBot.Tests.Support;

/// <summary>The switches of the Messenger simulator. Setting some sets all others back.</summary>
internal sealed class Trouble(ShopHost host)
{
    public async Task SetAsync(object switches)
    {
        using var answer = await host.Simulators.PostAsJsonAsync("/simulator/messenger/switches", switches);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    public Task EndAsync() => SetAsync(new { });
}
