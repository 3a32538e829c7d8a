using System.Net;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>Signing in by the merchant's identity provider.</summary>
public sealed class ProviderSignInTests : IAsyncLifetime
{
    private const string Begin = "/desk/sign-in/provider?return=%2Fdesk%2Forders";

    private TestIdentityProvider _provider = null!;
    private ShopHost _host = null!;
    private DeskUser _user = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestIdentityProvider.StartAsync();
        _host = await ShopHost.StartAsync(new()
        {
            Bot = _ => new DelegateBot((_, _) => Task.CompletedTask),
            Settings =
            [
                $"Desk:Oidc:Authority={_provider.Address}", $"Desk:Oidc:ClientId={TestIdentityProvider.ClientId}",
                $"Desk:Oidc:ClientSecret={TestIdentityProvider.ClientSecret}", "Desk:Oidc:Name=Aurora ID",
            ],
        });
        // A browser goes by its own clock when it looks whether a cookie is still good.
        await _host.JumpAsync(TimeProvider.System.GetUtcNow() - _host.Time.GetUtcNow());
        _provider.Now = _host.Time.GetUtcNow;
        _user = await DeskPeople.AddAsync(_host, DeskRole.Owner);
        Vouch(_user.Email);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task The_sign_in_page_leads_to_the_provider_by_its_name()
    {
        using var visitor = new DeskVisitor(_host);
        var page = await visitor.GetAsync("/desk/sign-in?return=/desk/orders");
        Assert.Contains("Sign in with Aurora ID", page.Words, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/sign-in/provider?again=false&amp;return=%2Fdesk%2Forders\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_invited_and_showed_the_provider_two_factors_is_in()
    {
        using var visitor = new DeskVisitor(_host);
        _provider.Claims["amr"] = new[] { "pwd", "mfa" };
        var page = await FollowAsync(visitor, Begin);
        Assert.Equal(("/desk/orders", "Orders"), (page.Path, page.Heading));
    }

    [Fact]
    public async Task Who_showed_the_provider_a_password_alone_is_asked_for_the_desks_own_code()
    {
        using var visitor = new DeskVisitor(_host);
        var page = await FollowAsync(visitor, Begin);
        Assert.Equal("Verification code", page.Heading);
        Assert.Equal("Sign in", (await visitor.GetAsync("/desk/orders")).Heading);

        await FollowAsync(visitor, Begin);
        page = await visitor.SubmitAsync("/desk/sign-in/code", ("Code", DeskPeople.CodeOf(_user, _host.Time.GetUtcNow())));
        Assert.Equal("Orders", page.Heading);
    }

    [Theory]
    [InlineData("stranger@shop.example", "true")]
    [InlineData(null, "true")]
    [InlineData("", "false")]
    [InlineData("", null)]
    public async Task Nobody_comes_in_whom_the_desk_does_not_know_or_the_provider_does_not_vouch_for(string? email, string? verified)
    {
        _provider.Claims.Clear();
        _provider.Claims["amr"] = new[] { "mfa" };
        if (email is not null)
            _provider.Claims["email"] = email.Length > 0 ? email : _user.Email;
        if (verified is not null)
            _provider.Claims["email_verified"] = verified == "true";
        await RefusedAsync(Begin);
    }

    [Fact]
    public async Task Who_is_disabled_stays_outside()
    {
        _provider.Claims["amr"] = new[] { "mfa" };
        await DeskPeople.AddAsync(_host, DeskRole.Owner, "Otto Other");
        var user = (await _host.Get<IDeskUsers>().FindAsync(_user.Id, CancellationToken.None))!;
        user.IsDisabled = true;
        Assert.True(await _host.Get<IDeskUsers>().TrySaveAsync(user, CancellationToken.None));
        await RefusedAsync(Begin);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("nonce")]
    [InlineData("late")]
    public async Task A_token_that_is_not_right_opens_nothing(string fault)
    {
        _provider.Claims["amr"] = new[] { "mfa" };
        _provider.Fault = fault;
        await RefusedAsync(Begin);
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_opens_nothing()
    {
        _provider.Claims["amr"] = new[] { "mfa" };
        using var asker = new DeskVisitor(_host);
        var answer = await AnswerAsync(asker, Begin);
        await RefusedAsync(new Uri(answer).PathAndQuery);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/desk")]
    [InlineData("/desk\\elsewhere.example")]
    [InlineData("/deskelsewhere")]
    [InlineData("/chat")]
    public async Task Whoever_was_in_goes_nowhere_but_into_the_desk(string elsewhere)
    {
        _provider.Claims["amr"] = new[] { "mfa" };
        using var visitor = new DeskVisitor(_host);
        var page = await FollowAsync(visitor, $"/desk/sign-in/provider?return={Uri.EscapeDataString(elsewhere)}");
        Assert.Equal((HttpStatusCode.OK, "/desk"), (page.Status, page.Path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-3600)]
    public async Task A_sign_in_of_long_ago_or_of_nobody_knows_when_is_not_fresh(int? seconds)
    {
        _provider.Claims["amr"] = new[] { "mfa" };
        if (seconds is { } ago)
            _provider.Claims["auth_time"] = _host.Time.GetUtcNow().AddSeconds(ago).ToUnixTimeSeconds();
        using var visitor = new DeskVisitor(_host);
        await FollowAsync(visitor, Begin);
        Assert.Equal("Confirm it is you", (await visitor.GetAsync("/desk/exports")).Heading);
    }

    [Fact]
    public async Task Who_is_asked_once_more_shows_the_provider_who_they_are_anew()
    {
        _provider.Claims["amr"] = new[] { "mfa" };
        using var visitor = new DeskVisitor(_host);
        await FollowAsync(visitor, Begin);
        _provider.Claims["auth_time"] = _host.Time.GetUtcNow().ToUnixTimeSeconds();
        var page = await FollowAsync(visitor, "/desk/sign-in/provider?again=true&return=%2Fdesk%2Fexports");
        Assert.Equal("Exports", page.Heading);
        Assert.Equal(("login", "0"), (_provider.Requests[^1]["prompt"].ToString(), _provider.Requests[^1]["max_age"].ToString()));
    }

    [Theory]
    [InlineData("http://id.shop.example", "desk", "secret", "https")]
    [InlineData("http://localhost:9", "desk", "secret", "https")]
    [InlineData("id.shop.example", "desk", "secret", "https")]
    [InlineData("https://id.shop.example", "", "secret", "ClientId")]
    [InlineData("https://id.shop.example", "desk", null, "ClientSecret")]
    [InlineData(null, "desk", "secret", "Authority")]
    public void A_setting_that_cannot_be_right_is_named(string? authority, string? client, string? secret, string named)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Desk:Oidc:Authority"] = authority, ["Desk:Oidc:ClientId"] = client, ["Desk:Oidc:ClientSecret"] = secret,
        }).Build();
        var told = Assert.Throws<InvalidOperationException>(() => ProviderOptions.Read(settings));
        Assert.Contains(named, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_there_is_neither_its_button_nor_its_address()
    {
        await using var host = await ShopHost.StartAsync(new() { Bot = _ => new DelegateBot((_, _) => Task.CompletedTask) });
        using var visitor = new DeskVisitor(host);
        Assert.DoesNotContain("/desk/sign-in/provider", (await visitor.GetAsync("/desk/sign-in")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(HttpMethod.Get, "/desk/sign-in/provider")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(HttpMethod.Get, "/desk/sign-in/provider/callback?code=x")).Status);
    }

    private void Vouch(string email) => (_provider.Claims["email"], _provider.Claims["email_verified"]) = (email, true);

    /// <summary>Where the provider sends a browser that was sent to it.</summary>
    private async Task<string> AnswerAsync(DeskVisitor visitor, string begin)
    {
        var sent = await visitor.SendAsync(HttpMethod.Get, begin);
        Assert.StartsWith(_provider.Address + "/authorize", sent.Location, StringComparison.Ordinal);
        using var provider = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var answer = await provider.GetAsync(new Uri(sent.Location!));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>All the way, as a browser goes it.</summary>
    private async Task<DeskView> FollowAsync(DeskVisitor visitor, string begin) =>
        await visitor.GetAsync(new Uri(await AnswerAsync(visitor, begin)).PathAndQuery);

    private async Task RefusedAsync(string begin)
    {
        using var visitor = new DeskVisitor(_host);
        var page = begin.StartsWith("/desk/sign-in/provider/callback", StringComparison.Ordinal)
            ? await visitor.GetAsync(begin)
            : await FollowAsync(visitor, begin);
        Assert.Equal("Sign in", page.Heading);
        Assert.Contains("could not be signed in that way", page.Words, StringComparison.Ordinal);
        Assert.Equal("Sign in", (await visitor.GetAsync("/desk/orders")).Heading);
    }
}
