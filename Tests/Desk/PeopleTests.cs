using System.Net;
using System.Text.RegularExpressions;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>The owner lets people in, gives them other roles, and shuts them out.</summary>
public sealed class PeopleTests
{
    [Fact]
    public async Task The_owner_invites_somebody_who_comes_in_with_that_role()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var owner = await DeskPeople.EnterAsync(host, DeskRole.Owner, "Olga Orsi");
        await owner.GetAsync("/desk/people");
        var made = await owner.SubmitAsync("/desk/people?handler=Invite", ("Whom", "Bruno"), ("Role", "Viewer"));
        var link = Regex.Match(made.Html, "<code id=\"link\" class=\"key\">(?<link>[^<]+)</code>").Groups["link"].Value;
        Assert.DoesNotContain(link, (await owner.GetAsync("/desk/people")).Html, StringComparison.Ordinal);

        using var guest = new DeskVisitor(host);
        var path = new Uri(link).AbsolutePath;
        await guest.GetAsync(path);
        await guest.SubmitAsync(path, ("Name", "Bruno Blu"), ("Email", "bruno@shop.example"), ("Password", DeskPeople.Password));
        var people = await host.Get<IDeskUsers>().AllAsync(CancellationToken.None);
        Assert.Equal(DeskRole.Viewer, people.Single(person => person.Name == "Bruno Blu").Role);
        Assert.Contains("Invitation made Viewer: Bruno", (await owner.GetAsync("/desk/people")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_shut_out_or_given_another_role_is_out_with_their_next_click()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var staff = await DeskPeople.EnterAsync(host, DeskRole.Staff, "Sara Sole");
        using var other = await DeskPeople.EnterAsync(host, DeskRole.Staff, "Tina Tori");
        using var owner = await DeskPeople.EnterAsync(host, DeskRole.Owner, "Olga Orsi");
        var people = await host.Get<IDeskUsers>().AllAsync(CancellationToken.None);
        await SendAsync(owner, "Disable", IdOf(people, "Sara Sole"), ("Disabled", "true"));
        await SendAsync(owner, "Role", IdOf(people, "Tina Tori"), ("Role", "Viewer"));
        Assert.Equal("Sign in", (await staff.GetAsync("/desk/orders")).Heading);
        Assert.Equal("Sign in", (await other.GetAsync("/desk/orders")).Heading);
        Assert.Equal("Orders", (await owner.GetAsync("/desk/orders")).Heading);
    }

    [Fact]
    public async Task Nobody_shuts_themselves_out()
    {
        await using var host = await ShopHost.StartAsync(Quiet);
        using var owner = await DeskPeople.EnterAsync(host, DeskRole.Owner, "Olga Orsi");
        var self = Assert.Single(await host.Get<IDeskUsers>().AllAsync(CancellationToken.None));
        foreach (var (handler, field) in new[] { ("Disable", ("Disabled", "true")), ("Role", ("Role", "Viewer")) })
        {
            await owner.GetAsync("/desk/people");
            var token = owner.View.FormTo("/desk/people?handler=Invite").Where(one => one.Key.StartsWith("__", StringComparison.Ordinal));
            await owner.PostAsync(
                $"/desk/people?handler={handler}", [.. token, KeyValuePair.Create("Id", self.Id),
                    KeyValuePair.Create(field.Item1, field.Item2)]);
        }

        var after = Assert.Single(await host.Get<IDeskUsers>().AllAsync(CancellationToken.None));
        Assert.Equal((DeskRole.Owner, false), (after.Role, after.IsDisabled));
    }

    private static ShopHostOptions Quiet => new() { Bot = _ => new DelegateBot((_, _) => Task.CompletedTask) };

    private static string IdOf(IReadOnlyList<DeskUser> people, string name) => people.Single(person => person.Name == name).Id;

    private static async Task SendAsync(DeskVisitor owner, string handler, string id, (string Name, string Value) field)
    {
        var page = await owner.GetAsync("/desk/people");
        var token = page.FormTo("/desk/people?handler=Invite").Where(one => one.Key.StartsWith("__", StringComparison.Ordinal));
        var answer = await owner.PostAsync(
            $"/desk/people?handler={handler}", [.. token, KeyValuePair.Create("Id", id), KeyValuePair.Create(field.Name, field.Value)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }
}
