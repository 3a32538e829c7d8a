using System.Net;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>Who may know that there is a desk.</summary>
public sealed class GateTests
{
    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "shop.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Over_plain_http_the_desk_is_there_for_this_machine_alone(string header, string value)
    {
        await using var host = await ShopHost.StartAsync(Quiet());
        using var visitor = new DeskVisitor(host);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/desk/sign-in")).Status);
        foreach (var path in new[] { "/desk", "/desk/sign-in", "/desk/orders", "/desk/assets/desk.css", "/desk/join/anything" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(With(HttpMethod.Get, path, header, value))).Status);
    }

    [Fact]
    public async Task A_proxy_that_speaks_https_is_believed_from_this_machine_and_for_its_own_name_only()
    {
        await using var host = await ShopHost.StartAsync(Quiet("Desk:PublicUrl=https://shop.example"));
        using var visitor = new DeskVisitor(host);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(Proxied("shop.example", "https"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(Proxied("other.example", "https"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(Proxied("shop.example", "http"))).Status);
    }

    [Fact]
    public async Task Over_https_every_cookie_that_lets_somebody_in_is_for_this_host_alone()
    {
        await using var host = await ShopHost.StartAsync(Quiet("Desk:PublicUrl=https://shop.example"));
        var owner = await DeskPeople.AddAsync(host, CommerceBot.Desk.Access.DeskRole.Owner);
        using var visitor = new DeskVisitor(host);
        var page = await visitor.SendAsync(Proxied("shop.example", "https"));
        var form = page.Answer!.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("desk-form=", StringComparison.Ordinal));
        Assert.Contains("secure", form, StringComparison.OrdinalIgnoreCase);
        var request = Proxied("shop.example", "https");
        request.Method = HttpMethod.Post;
        request.Headers.Add("Cookie", form.Split(';')[0]);
        request.Content = new FormUrlEncodedContent(
        [
            .. page.FormTo("/desk/sign-in").Where(field => field.Key.StartsWith("__", StringComparison.Ordinal)),
            KeyValuePair.Create("Email", owner.Email), KeyValuePair.Create("Password", DeskPeople.Password),
        ]);
        var step = await visitor.SendAsync(request);
        var cookie = Assert.Single(
            step.Answer!.Headers.GetValues("Set-Cookie"),
            one => one.Contains("second-step", StringComparison.Ordinal));
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        foreach (var trait in new[] { "secure", "httponly", "samesite=lax", "path=/" })
            Assert.Contains(trait, cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_of_another_site_runs_in_the_desk_and_nothing_of_it_is_kept_in_a_cache()
    {
        await using var host = await ShopHost.StartAsync(Quiet());
        using var visitor = new DeskVisitor(host);
        var answer = (await visitor.GetAsync("/desk/sign-in")).Answer!;
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        foreach (
            var part in new[] { "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'" }
        )
            Assert.Contains(part, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_file_with_a_hash_in_its_name_is_kept_for_a_year_and_another_is_not_there()
    {
        await using var host = await ShopHost.StartAsync(Quiet());
        using var visitor = new DeskVisitor(host);
        var page = await visitor.GetAsync("/desk/sign-in");
        var css = System.Text.RegularExpressions.Regex.Match(page.Html, "/desk/assets/desk\\.[0-9a-f]{12}\\.css").Value;
        var file = await visitor.SendAsync(HttpMethod.Get, css);
        Assert.Equal((HttpStatusCode.OK, "text/css"), (file.Status, file.Answer!.Content.Headers.ContentType!.MediaType));
        Assert.Equal(TimeSpan.FromDays(365), file.Answer.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(HttpMethod.Get, "/desk/assets/desk.css")).Status);
    }

    /// <summary>No bot and no goods: only the desk is looked at.</summary>
    private static ShopHostOptions Quiet(params string[] settings) =>
        new() { Bot = _ => new DelegateBot((_, _) => Task.CompletedTask), Settings = settings };

    private static HttpRequestMessage Proxied(string name, string scheme)
    {
        var request = With(HttpMethod.Get, "/desk/sign-in", "X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Host = name;
        return request;
    }

    private static HttpRequestMessage With(HttpMethod method, string path, string header, string value)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add(header, value);
        return request;
    }
}
