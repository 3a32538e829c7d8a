using System.Net;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

public sealed class SigningInTests
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_alike()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        var user = await DeskPeople.AddAsync(host, DeskRole.Owner);
        using var visitor = new DeskVisitor(host);
        var wrong = await TryAsync(visitor, user.Email, "not the password at all");
        var unknown = await TryAsync(visitor, "nobody@shop.example", "not the password at all");
        Assert.Contains("is not right", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, unknown);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_help_either()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        var user = await DeskPeople.AddAsync(host, DeskRole.Owner);
        using var visitor = new DeskVisitor(host);
        for (var tries = 0; tries < 5; tries++)
            await TryAsync(visitor, user.Email, "not the password at all");
        Assert.Contains("is not right", await TryAsync(visitor, user.Email, DeskPeople.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_tries_without_end_is_told_to_wait_and_after_a_while_may_try_again()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = new DeskVisitor(host);
        for (var tries = 0; tries < 20; tries++)
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(visitor, $"nobody{tries}@shop.example", "x")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(visitor, "nobody@shop.example", "x")).Status);
        await host.StepAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(visitor, "nobody@shop.example", "x")).Status);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing_and_a_code_opens_once()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        var user = await DeskPeople.AddAsync(host, DeskRole.Owner);
        using var first = new DeskVisitor(host);
        using var second = new DeskVisitor(host);
        Assert.Equal("Verification code", (await SendAsync(first, user.Email, DeskPeople.Password)).Heading);
        Assert.Equal("Sign in", (await first.GetAsync("/desk/orders")).Heading);

        await SendAsync(first, user.Email, DeskPeople.Password);
        var code = DeskPeople.CodeOf(user, host.Time.GetUtcNow());
        await first.SubmitAsync("/desk/sign-in/code", ("Code", code));
        Assert.Equal("Orders", (await first.GetAsync("/desk/orders")).Heading);
        await SendAsync(second, user.Email, DeskPeople.Password);
        Assert.Contains("is not right", (await second.SubmitAsync("/desk/sign-in/code", ("Code", code))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_helps_once_who_lost_the_phone()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        var user = await DeskPeople.AddAsync(host, DeskRole.Owner);
        using var owner = new DeskVisitor(host);
        await owner.SignInAsync(user, "/desk/account");
        var codes = System.Text.RegularExpressions.Regex
            .Matches((await owner.SubmitAsync("/desk/account?handler=NewCodes")).Html, "<li><code>(?<code>[^<]+)</code>")
            .Select(match => match.Groups["code"].Value).ToList();
        using var elsewhere = new DeskVisitor(host);
        await SendAsync(elsewhere, user.Email, DeskPeople.Password);
        await elsewhere.SubmitAsync("/desk/sign-in/code", ("Code", codes[0]));
        Assert.Equal("Orders", (await elsewhere.GetAsync("/desk/orders")).Heading);
        await SendAsync(elsewhere, user.Email, DeskPeople.Password);
        Assert.Contains(
            "is not right", (await elsewhere.SubmitAsync("/desk/sign-in/code", ("Code", codes[0]))).Words, StringComparison.Ordinal);
        Assert.Equal(9, (await host.Get<IDeskUsers>().FindAsync(user.Id, CancellationToken.None))!.RecoveryCodes.Count);
    }

    [Fact]
    public async Task Who_is_disabled_is_out_at_their_next_step_and_cannot_come_back()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = await DeskPeople.EnterAsync(host, DeskRole.Staff);
        Assert.Equal("Orders", (await visitor.GetAsync("/desk/orders")).Heading);
        var user = Assert.Single(await host.Get<IDeskUsers>().AllAsync(CancellationToken.None));
        user.IsDisabled = true;
        Assert.True(await host.Get<IDeskUsers>().TrySaveAsync(user, CancellationToken.None));
        Assert.Equal("Sign in", (await visitor.GetAsync("/desk/orders")).Heading);
        Assert.Contains("is not right", await TryAsync(visitor, user.Email, DeskPeople.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_without_a_click_and_lives_on_with_one()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = await DeskPeople.EnterAsync(host, DeskRole.Viewer);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await host.StepAsync(TimeSpan.FromHours(11));
            Assert.Equal("Orders", (await visitor.GetAsync("/desk/orders")).Heading);
        }

        await host.StepAsync(TimeSpan.FromHours(12.1));
        Assert.Equal("Sign in", (await visitor.GetAsync("/desk/orders")).Heading);
    }

    [Fact]
    public async Task A_script_whose_session_ended_sends_the_whole_page_to_the_sign_in()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = new DeskVisitor(host);
        var request = new HttpRequestMessage(HttpMethod.Get, "/desk/orders");
        request.Headers.Add("HX-Request", "true");
        var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("/desk/sign-in", Assert.Single(answer.Answer!.Headers.GetValues("HX-Redirect")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_in_nobody_is_sent_to_another_site()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var visitor = new DeskVisitor(host);
        var there = await visitor.SignInAsync(await DeskPeople.AddAsync(host, DeskRole.Owner), "https://evil.example/");
        Assert.StartsWith("/desk", there.Path, StringComparison.Ordinal);
    }

    private static ShopHostOptions Quiet => new() { Bot = _ => new DelegateBot((_, _) => Task.CompletedTask) };

    private static async Task<string> TryAsync(DeskVisitor visitor, string email, string password)
    {
        var page = await SendAsync(visitor, email, password);
        return page.Words.Replace(email, "", StringComparison.Ordinal);
    }

    private static async Task<DeskView> SendAsync(DeskVisitor visitor, string email, string password)
    {
        await visitor.GetAsync("/desk/sign-in");
        return await visitor.SubmitAsync("/desk/sign-in", ("Email", email), ("Password", password));
    }
}
