using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Commands;

public sealed class KeysCommandTests
{
    [Fact]
    public async Task The_keys_are_rotated_while_the_shop_is_closed_and_it_remembers_everything_after()
    {
        await using var host = await ShopHost.StartAsync(new ShopHostOptions { SimulatorsApart = true });
        var anna = await Chat.OpenAsync(host, "anna", "Anna");
        await anna.SayAsync("pesto");
        await anna.TapAsync("Dettagli", "Pesto");
        await anna.TapAsync("Metti nel carrello", "Pesto");

        var open = await Run.OnAsync(host.Folder, "keys", "rotate");
        Assert.True(
            open.Code == 2 && open.Errors.Contains("Another CommerceBot runs on the data folder", StringComparison.Ordinal), open.ToString()
        );
        await host.CloseAsync();
        var done = await Run.OnAsync(host.Folder, "keys", "rotate");
        Assert.True(done.Code == 0 && done.Out.Contains("Data key 2 encrypts everything now", StringComparison.Ordinal), done.ToString());
        Assert.Contains(
            "1 old data keys dropped, 1 Data Protection keys revoked", done.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var list = await Run.OnAsync(host.Folder, "keys", "list");
        Assert.True(list.Code == 0 && list.Out.Contains("yes", StringComparison.Ordinal), list.ToString());

        await host.OpenAsync();
        Assert.Contains("Pesto", string.Join('\n', await anna.SayAsync("carrello")), StringComparison.Ordinal);
    }
}
