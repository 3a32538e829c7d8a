using System.Net;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>How somebody comes to the desk for the first time.</summary>
public sealed class JoiningTests
{
    private const string Email = "olga@shop.example";

    [Fact]
    public async Task The_first_owner_comes_in_by_the_link_sets_up_an_app_and_sees_recovery_codes_once()
    {
        await using var host = await ShopHost.StartAsync();
        using var visitor = new DeskVisitor(host);
        var link = await LinkAsync(host, DeskRole.Owner);
        Assert.Contains("owner", (await visitor.GetAsync(link)).Words, StringComparison.Ordinal);

        var account = await JoinAsync(visitor, link);
        Assert.Equal("Protect your access", account.Heading);
        Assert.Equal("/desk/account", (await visitor.GetAsync("/desk/orders")).Path);

        var codes = await EnrolAsync(visitor);
        Assert.Equal("Recovery codes", codes.Heading);
        Assert.Equal(10, System.Text.RegularExpressions.Regex.Count(codes.Html, "<code>"));
        Assert.NotEqual("Recovery codes", (await visitor.GetAsync("/desk/account/codes")).Heading);
        Assert.Equal("Orders", (await visitor.GetAsync("/desk/orders")).Heading);
    }

    [Fact]
    public async Task A_link_that_was_used_is_refused_to_the_next_one()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var first = new DeskVisitor(host);
        using var second = new DeskVisitor(host);
        var link = await LinkAsync(host, DeskRole.Owner);
        await second.GetAsync(link);
        await JoinAsync(first, link);

        var late = await second.SubmitAsync(link, ("Name", "Eve"), ("Email", "eve@evil.example"), ("Password", "another long sentence"));
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Equal(HttpStatusCode.Gone, (await second.GetAsync(link)).Status);
        Assert.Equal(Email, Assert.Single(await host.Get<IDeskUsers>().AllAsync(CancellationToken.None)).Email);
    }

    [Fact]
    public async Task A_link_is_good_for_a_day_and_no_longer()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = new DeskVisitor(host);
        var link = await LinkAsync(host, DeskRole.Owner);
        await host.StepAsync(TimeSpan.FromHours(23.9));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
        await host.StepAsync(TimeSpan.FromHours(0.2));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/desk/join/0123456789abcdef")).Status);
    }

    [Theory]
    [InlineData("Olga Orsi", Email, "too short")]
    [InlineData("Olga Orsi", Email, "aaaaaaaaaaaaaaaa")]
    [InlineData("Olga Orsi", "no address", "a long enough sentence")]
    [InlineData("", Email, "a long enough sentence")]
    public async Task What_cannot_be_a_person_uses_no_link_up(string name, string email, string password)
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = new DeskVisitor(host);
        var link = await LinkAsync(host, DeskRole.Staff);
        await visitor.GetAsync(link);
        var refused = await visitor.SubmitAsync(link, ("Name", name), ("Email", email), ("Password", password));
        Assert.Contains("role=\"alert\"", refused.Html, StringComparison.Ordinal);
        Assert.Empty(await host.Get<IDeskUsers>().AllAsync(CancellationToken.None));
        Assert.Equal("Protect your access", (await JoinAsync(visitor, link)).Heading);
    }

    [Fact]
    public async Task Two_people_never_share_an_address_however_it_is_written()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = new DeskVisitor(host);
        await JoinAsync(visitor, await LinkAsync(host, DeskRole.Owner));
        var link = await LinkAsync(host, DeskRole.Staff);
        await visitor.GetAsync(link);
        var taken = await visitor.SubmitAsync(
            link, ("Name", "Other"), ("Email", Email.ToUpperInvariant()), ("Password", "a long enough sentence"));
        Assert.Contains("has access already", taken.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
    }

    [Fact]
    public async Task No_word_of_a_person_lies_open_in_the_database_and_no_link_at_all()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = new DeskVisitor(host);
        var link = await LinkAsync(host, DeskRole.Owner);
        await JoinAsync(visitor, link);
        await host.CloseAsync();
        var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(host.Folder, "commercebot.db")));
        foreach (var secret in new[] { Email, "Olga", link.Split('/')[^1], DeskPeople.Password })
            Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase);
    }

    private static ShopHostOptions Quiet => new() { Bot = _ => new DelegateBot((_, _) => Task.CompletedTask) };

    private static Task<string> LinkAsync(ShopHost host, DeskRole role) =>
        host.Get<Invitations>().CreateAsync(role, null, null, CancellationToken.None);

    private static async Task<DeskView> JoinAsync(DeskVisitor visitor, string link)
    {
        await visitor.GetAsync(link);
        return await visitor.SubmitAsync(link, ("Name", "Olga Orsi"), ("Email", Email), ("Password", DeskPeople.Password));
    }

    /// <summary>Types the key of the page into an app, and its code into the page.</summary>
    private static Task<DeskView> EnrolAsync(DeskVisitor visitor)
    {
        var key = System
            .Text.RegularExpressions.Regex.Match(visitor.View.Html, "<code class=\"key\">(?<key>[A-Z2-7 ]+)</code>")
            .Groups["key"]
            .Value;
        var code = DeskPeople.CodeOf(key.Replace(" ", "", StringComparison.Ordinal), visitor.Host.Time.GetUtcNow());
        return visitor.SubmitAsync("/desk/account?handler=App", ("Code", code));
    }
}
