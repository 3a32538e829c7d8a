using System.Net;
using System.Net.Http.Json;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Chats;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;
using Chat = CommerceBot.Tests.Flows.Support.Chat;

namespace CommerceBot.Tests.Desk;

/// <summary>A person answers shoppers at the desk, in a browser without script.</summary>
public sealed class ChatPagesTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task Somebody_who_waits_is_found_read_answered_and_handed_back()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Nora Prima");
        var chat = await SayAsync("wanda", "Wanda Viola", "pesto", "vorrei parlare con una persona");
        var (page, path) = await OpenAsync(desk, chat);
        Assert.Contains("Wanda", (await desk.GetAsync("/desk/chats")).Words, StringComparison.Ordinal);
        page = await desk.GetAsync(path);
        Assert.Contains("Waiting for a person", page.Words, StringComparison.Ordinal);
        Assert.Contains("vorrei parlare con una persona", page.Words, StringComparison.Ordinal);
        Assert.Contains("understood as: talk to a person", page.Words, StringComparison.Ordinal);
        Assert.Contains("24 h left", page.Words.Replace("23 h", "24 h", StringComparison.Ordinal), StringComparison.Ordinal);

        var after = await desk.SubmitAsync($"{path}?handler=Answer", ("Text", "Ecco la risposta"));
        Assert.Contains("With Nora Prima", after.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["Ora ti risponde Nora del negozio.", "Ecco la risposta"], (await chat.HearAsync()).Select(reply => reply.Words));
        await desk.GetAsync($"{path}/product?q=pesto");
        Assert.Contains(
            "The product is sent", (await desk.SubmitAsync($"{path}/product", ("Sku", "pesto"))).Words, StringComparison.Ordinal);
        Assert.Contains("Pesto", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Contains("The bot answers again", (await desk.SubmitAsync($"{path}?handler=Return")).Words, StringComparison.Ordinal);
        Assert.Contains("Chat answered", (await desk.GetAsync("/desk/people")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_a_chat_that_somebody_took_meanwhile_keeps_what_was_typed_and_sees_what_is_new()
    {
        using var nora = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Nora Neri");
        using var bruno = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Bruno Blu");
        var chat = await SayAsync("xenia", "Xenia Rosa", "persona");
        var (_, path) = await OpenAsync(nora, chat);
        await bruno.GetAsync(path);
        await nora.SubmitAsync($"{path}?handler=Answer", ("Text", "Ci penso io"));
        await chat.HearAsync();
        var refused = await bruno.SubmitAsync($"{path}?handler=Answer", ("Text", "Rispondo io <b>"));
        Assert.Contains("Nora Neri has this chat", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Ci penso io Nora Neri", refused.Words, StringComparison.Ordinal);
        Assert.Contains("New", refused.Words, StringComparison.Ordinal);
        Assert.Empty(await chat.HearAsync());
        Assert.Contains("With Bruno Blu", (await bruno.SubmitAsync($"{path}?handler=Take")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_Messenger_refuses_says_so_beside_it_and_a_shut_window_offers_no_form()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Nora Late");
        var chat = await SayAsync("yara", "Yara Verde", "persona");
        var (_, path) = await OpenAsync(desk, chat);
        using var moved = await shop.Now.Simulators.PostAsJsonAsync(
            "/simulator/messenger/shoppers/yara/window", new { lastActionHoursAgo = 25 });
        moved.EnsureSuccessStatusCode();
        await desk.SubmitAsync($"{path}?handler=Answer", ("Text", "Troppo tardi"));
        await shop.Now.SettleAsync();
        Assert.Contains("Messenger's 24 hours were over", (await desk.GetAsync(path)).Words, StringComparison.Ordinal);
        var (_, waiting) = await OpenAsync(desk, await SayAsync("yuri", "Yuri Viola", "persona"));
        await shop.Now.JumpAsync(TimeSpan.FromHours(25));
        using var again = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Nora Later");
        var shut = await again.GetAsync(waiting);
        Assert.Contains("Messenger takes no answer", shut.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Text\"", shut.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_reads_and_a_conversation_of_the_bots_can_be_taken()
    {
        using var viewer = await DeskPeople.EnterAsync(shop.Now, DeskRole.Viewer, "Vera Viewer");
        var chat = await SayAsync("zita", "Zita Gialla", "pesto");
        var list = await viewer.GetAsync("/desk/chats");
        Assert.Contains("Zita", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Begin", list.Html, StringComparison.Ordinal);
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Nora Takes");
        await desk.GetAsync("/desk/chats");
        var taken = await desk.SubmitAsync("/desk/chats?handler=Begin", ("Lane", ChatLanes.Of(shop.Now, chat).Value));
        Assert.Equal("Zita", taken.Heading);
        Assert.Contains("pesto", taken.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/desk/chats/123456")).Status);
    }

    private async Task<Chat> SayAsync(string who, string name, params string[] texts)
    {
        var chat = await Chat.OpenAsync(shop.Now, who, name);
        foreach (var text in texts)
            await chat.SayAsync(text);
        return chat;
    }

    private async Task<(DeskView Page, string Path)> OpenAsync(DeskVisitor desk, Chat chat)
    {
        var id = await shop.Now.Get<IChatQueries>().IdOfAsync(ChatLanes.Of(shop.Now, chat), CancellationToken.None);
        var path = $"/desk/chats/{id}";
        return (await desk.GetAsync(path), path);
    }
}
