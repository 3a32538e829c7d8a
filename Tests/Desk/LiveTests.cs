using System.Net;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>An open page hears of new orders without being asked anew.</summary>
public sealed class LiveTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task A_new_order_is_told_to_an_open_page_and_no_more_to_somebody_who_was_shut_out()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Live Staff");
        using var stream = await OpenAsync(desk);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.Contains("\"newest\":", await NextAsync(lines), StringComparison.Ordinal);

        await shop.PlayAsync(Shopping.Orders("live", "Pesto"));
        var told = UntilAsync(lines, "\"unpaid\":1");
        await shop.Now.StepUntilAsync(told, TimeSpan.FromSeconds(1));

        var users = shop.Now.Get<IDeskUsers>();
        var person = (await users.AllAsync(CancellationToken.None)).Single(one => one.Name == "Live Staff");
        person.IsDisabled = true;
        Assert.True(await users.TrySaveAsync(person, CancellationToken.None));
        await shop.PlayAsync(Shopping.Orders("later", "Pesto"));
        var end = lines.ReadToEndAsync();
        await shop.Now.StepUntilAsync(end, TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("data:", await end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_waits_in_the_chat_is_told_to_an_open_page()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Viewer, "Live Viewer");
        using var stream = await OpenAsync(desk);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.Contains("\"waiting\":0", await NextAsync(lines), StringComparison.Ordinal);
        await shop.PlayAsync("""
            waits says: vorrei parlare con una persona
            bot later: Ho chiamato una persona
            """);
        await shop.Now.StepUntilAsync(UntilAsync(lines, "\"waiting\":1"), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Nobody_listens_who_is_not_signed_in()
    {
        using var visitor = new DeskVisitor(shop.Now);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync(HttpMethod.Get, "/desk/live")).Status);
    }

    private async Task<HttpResponseMessage> OpenAsync(DeskVisitor desk)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/desk/live");
        request.Headers.Add("Cookie", desk.Cookies.GetCookieHeader(new Uri(shop.Now.Http.BaseAddress!, "/desk")));
        return await shop.Now.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task UntilAsync(StreamReader lines, string wanted)
    {
        while (!(await NextAsync(lines)).Contains(wanted, StringComparison.Ordinal))
        {
        }
    }

    private static async Task<string> NextAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return line;
        throw new EndOfStreamException("The stream ended.");
    }
}
