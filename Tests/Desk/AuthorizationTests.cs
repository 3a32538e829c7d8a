using System.Net;
using CommerceBot.Desk.Access;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Flows.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>Who may do what, as one table: every page of the desk, and every role; forged, stale and foreign forms beside it.</summary>
public sealed class AuthorizationTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private const DeskRole Nobody = (DeskRole)99;

    /// <summary>Each thing that can be asked for, and the least role that may. A star stands for the number of an order.</summary>
    internal static readonly (string Method, string Path, DeskRole Least, bool MustBeFresh)[] Table =
    [
        ("GET", "/desk/orders", DeskRole.Viewer, false),
        ("GET", "/desk/orders/*", DeskRole.Viewer, false),
        ("GET", "/desk/print/slips?n=*", DeskRole.Viewer, false),
        ("GET", "/desk/print/pick-list?n=*", DeskRole.Viewer, false),
        ("GET", "/desk/account", DeskRole.Viewer, false),
        ("GET", "/desk", DeskRole.Viewer, false),
        ("GET", "/desk/takings.svg", DeskRole.Viewer, false),
        ("GET", "/desk/products", DeskRole.Viewer, false),
        ("GET", "/desk/products/edit", DeskRole.Viewer, false),
        ("POST", "/desk/products/edit?handler=Price", DeskRole.Staff, false),
        ("POST", "/desk/products/edit?handler=Count", DeskRole.Staff, false),
        ("POST", "/desk/products/edit?handler=LowMark", DeskRole.Staff, false),
        ("POST", "/desk/products/edit?handler=VatClass", DeskRole.Staff, false),
        ("POST", "/desk/products/edit?handler=Hide", DeskRole.Staff, false),
        ("GET", "/desk/products/sales.svg", DeskRole.Viewer, false),
        ("GET", "/desk/products/safety", DeskRole.Staff, false),
        ("POST", "/desk/products/safety", DeskRole.Staff, false),
        ("POST", "/desk/products/safety?handler=Feed", DeskRole.Staff, false),
        ("GET", "/desk/health", DeskRole.Viewer, false),
        ("POST", "/desk/health/replay", DeskRole.Staff, false),
        ("POST", "/desk/health/replay-money", DeskRole.Owner, true),
        ("GET", "/desk/chats", DeskRole.Viewer, false),
        ("POST", "/desk/chats?handler=Begin", DeskRole.Staff, false),
        ("GET", "/desk/chats/*", DeskRole.Viewer, false),
        ("POST", "/desk/chats/*?handler=Take", DeskRole.Staff, false),
        ("POST", "/desk/chats/*?handler=Answer", DeskRole.Staff, false),
        ("POST", "/desk/chats/*?handler=Return", DeskRole.Staff, false),
        ("GET", "/desk/chats/*/product", DeskRole.Staff, false),
        ("POST", "/desk/chats/*/product", DeskRole.Staff, false),
        ("GET", "/desk/answers", DeskRole.Viewer, false),
        ("POST", "/desk/answers?handler=Restore", DeskRole.Staff, false),
        ("POST", "/desk/answers?handler=Forget", DeskRole.Staff, false),
        ("GET", "/desk/answers/edit", DeskRole.Staff, false),
        ("POST", "/desk/answers/edit", DeskRole.Staff, false),
        ("POST", "/desk/answers/edit?handler=Remove", DeskRole.Staff, false),
        ("GET", "/desk/answers/teach", DeskRole.Staff, false),
        ("POST", "/desk/answers/teach", DeskRole.Staff, false),
        ("GET", "/desk/people", DeskRole.Owner, true),
        ("POST", "/desk/people?handler=Invite", DeskRole.Owner, true),
        ("POST", "/desk/people?handler=Role", DeskRole.Owner, true),
        ("POST", "/desk/people?handler=Disable", DeskRole.Owner, true),
        ("GET", "/desk/settings", DeskRole.Owner, true),
        ("POST", "/desk/settings", DeskRole.Owner, true),
        ("GET", "/desk/exports", DeskRole.Owner, true),
        ("GET", "/desk/exports?handler=Orders&from=2026-11-01&until=2026-11-30", DeskRole.Owner, true),
        ("GET", "/desk/exports?handler=Takings&from=2026-11-01&until=2026-11-30", DeskRole.Owner, true),
        ("GET", "/desk/exports?handler=Oss&from=2026-11-01&until=2026-11-30", DeskRole.Owner, true),
        ("GET", "/desk/exports?handler=Customers&from=2026-11-01&until=2026-11-30", DeskRole.Owner, true),
        ("GET", "/desk/orders/*/ship", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/ship", DeskRole.Staff, false),
        ("GET", "/desk/orders/ship?n=*", DeskRole.Staff, false),
        ("POST", "/desk/orders/ship", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/deliver", DeskRole.Staff, false),
        ("GET", "/desk/orders/*/tracking", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/tracking", DeskRole.Staff, false),
        ("GET", "/desk/orders/*/return", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/return", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/note", DeskRole.Staff, false),
        ("GET", "/desk/orders/*/contact", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/contact", DeskRole.Staff, false),
        ("GET", "/desk/orders/*/invoice", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/invoice", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/invoice?handler=Made", DeskRole.Staff, false),
        ("POST", "/desk/orders/*/receipt", DeskRole.Staff, false),
        ("GET", "/desk/orders/*/refund", DeskRole.Staff, true),
        ("POST", "/desk/orders/*/refund", DeskRole.Staff, true),
        ("GET", "/desk/orders/*/cancel", DeskRole.Staff, true),
        ("POST", "/desk/orders/*/cancel", DeskRole.Staff, true),
    ];

    [Theory]
    [InlineData("Owner")]
    [InlineData("Staff")]
    [InlineData("Viewer")]
    [InlineData("Nobody")]
    public async Task Each_role_may_do_what_the_table_says_and_nothing_else(string who)
    {
        var role = Enum.TryParse<DeskRole>(who, out var known) ? known : Nobody;
        var number = await OrderAsync();
        using var visitor = role == Nobody ? new DeskVisitor(shop.Now) : await DeskPeople.EnterAsync(shop.Now, role, $"Table {role}");
        var wrong = new List<string>();
        foreach (var (method, path, least, _) in Table)
        {
            var answer = await AskAsync(visitor, method, path.Replace("*", number, StringComparison.Ordinal));
            var (isIn, isRefused) = (role != Nobody && role >= least, answer.Status == HttpStatusCode.Forbidden);
            var isSentToSignIn = answer.Location?.StartsWith("/desk/sign-in", StringComparison.Ordinal) == true;
            if (role == Nobody ? !isSentToSignIn : isRefused == isIn || isSentToSignIn)
                wrong.Add($"{method} {path} as {role}: {answer.Status} {answer.Location}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_table_names_every_page_of_the_desk()
    {
        var pages = shop.Now.Services.GetServices<Microsoft.AspNetCore.Routing.EndpointDataSource>().SelectMany(source => source.Endpoints)
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.StartsWith("/desk", StringComparison.Ordinal)).Distinct().ToList();
        var open = new[]
        {
            "/desk/live",
            "/desk/sign-in",
            "/desk/sign-in/code",
            "/desk/join/{secret}",
            "/desk/language",
            "/desk/sign-out",
            "/desk/account/codes",
            "/desk/assets/{name}",
            "/desk/passkey/request",
            "/desk/passkey/create",
        };
        var known = Table.Select(row => row.Path.Split('?')[0]).Select(path => path.Replace(
            "*", path.StartsWith("/desk/chats", StringComparison.Ordinal) ? "{id}" : "{number}", StringComparison.Ordinal))
            .Concat(open).ToHashSet();
        Assert.DoesNotContain(pages, page => !known.Contains(page));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_form_without_the_token_of_this_session_does_nothing()
    {
        var number = await OrderAsync();
        using var owner = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Owner Stale");
        using var other = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Owner Other");
        await other.GetAsync($"/desk/orders/{number}");
        var stolen = other.View.FormTo($"/desk/orders/{number}/note").ToList();
        foreach (var (_, path, _, _) in Table.Where(row => row.Method == "POST"))
        {
            var to = path.Replace("*", number, StringComparison.Ordinal);
            var bare = await owner.PostAsync(to, [KeyValuePair.Create("Text", "forged")]);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, bare.Status));
            var foreign = await owner.PostAsync(to, [.. stolen, KeyValuePair.Create("Text", "forged")]);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, foreign.Status));
            Assert.Contains("too old", foreign.Words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("forged", (await owner.GetAsync($"/desk/orders/{number}")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost")]
    [InlineData("null")]
    public async Task A_form_that_another_site_sends_does_nothing_even_with_the_right_token(string origin)
    {
        var number = await OrderAsync();
        using var owner = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, $"Owner {number}");
        await owner.GetAsync($"/desk/orders/{number}");
        var fields = owner.View.FormTo($"/desk/orders/{number}/note").Append(KeyValuePair.Create("Text", "from elsewhere")).ToList();
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.PostAsync($"/desk/orders/{number}/note", fields, origin)).Status);
        Assert.DoesNotContain("from elsewhere", (await owner.GetAsync($"/desk/orders/{number}")).Words, StringComparison.Ordinal);
        var own = shop.Now.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.PostAsync($"/desk/orders/{number}/note", fields, own)).Status);
    }

    [Fact]
    public async Task What_moves_money_asks_once_more_who_it_is_and_keeps_what_was_typed()
    {
        var number = await OrderAsync();
        var staff = await DeskPeople.AddAsync(shop.Now, DeskRole.Staff, "Staff Fresh");
        using var visitor = new DeskVisitor(shop.Now);
        await visitor.SignInAsync(staff);
        Assert.Equal($"Refund order {number}", (await visitor.GetAsync($"/desk/orders/{number}/refund")).Heading);
        await shop.Now.StepAsync(TimeSpan.FromMinutes(11));
        foreach (var (method, path, _, _) in Table.Where(row => row is { MustBeFresh: true, Method: "GET", Least: DeskRole.Staff }))
            Assert.StartsWith(
                "/desk/sign-in?again=true",
                (await AskAsync(visitor, method, path.Replace("*", number, StringComparison.Ordinal))).Location, StringComparison.Ordinal);

        var asked = await visitor.SubmitAsync(
            $"/desk/orders/{number}/refund", ("How", "Amount"), ("Amount", "3.50"), ("Reason", "goodwill"));
        Assert.Equal("Confirm it is you", asked.Heading);
        Assert.Contains($"value=\"{staff.Email}\"", asked.Html, StringComparison.Ordinal);
        await visitor.SubmitAsync("/desk/sign-in", ("Email", staff.Email), ("Password", DeskPeople.Password));
        var back = await visitor.SubmitAsync(
            "/desk/sign-in/code", ("Code", DeskPeople.CodeOf(staff, shop.Now.Time.GetUtcNow())));
        Assert.Equal($"Refund order {number}", back.Heading);
        Assert.Contains("value=\"3.50\"", back.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"goodwill\"", back.Html, StringComparison.Ordinal);
    }

    private static async Task<DeskView> AskAsync(DeskVisitor visitor, string method, string path)
    {
        if (method == "GET")
            return await visitor.SendAsync(HttpMethod.Get, path);
        var token = (await visitor.GetAsync("/desk/account")).FormTo("/desk/language")
            .Where(field => field.Key.StartsWith("__", StringComparison.Ordinal));
        return await visitor.PostAsync(path, token);
    }

    private async Task<string> OrderAsync()
    {
        var who = $"table{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync(Shopping.Orders(who, "Pesto") + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com").Number.Value;
    }

    private static int _shoppers;
}
