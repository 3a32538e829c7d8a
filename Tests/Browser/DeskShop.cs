using System.Net.Http.Json;
using CommerceBot.Chats;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Identity;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Chat = CommerceBot.Tests.Flows.Support.Chat;

namespace CommerceBot.Tests.Browser;

/// <summary>A shop in which something of everything has happened, and its owner before a browser.</summary>
internal sealed class DeskShop : IAsyncDisposable
{
    private readonly OpenShop _shop = new();

    public ShopHost Host => _shop.Now;

    public string Address => Host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Empty: what could not be sent is logged as an error by the shop, and is meant to be here.</summary>
    public TestLogProvider Log { get; } = new();

    public Order Paid { get; private set; } = null!;

    public Order Shipped { get; private set; } = null!;

    /// <summary>Takes an invitation to the desk.</summary>
    public string Invitation { get; private set; } = "";

    public static async Task<DeskShop> OpenAsync()
    {
        var shop = new DeskShop();
        await shop._shop.InitializeAsync();
        await shop.FillAsync();
        return shop;
    }

    public async Task<Order> PaidAsync(string who, string product)
    {
        await _shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return _shop.Merchant.OrderOf($"{who}@example.com");
    }

    /// <summary>Somebody waits for a person, and somebody has one; the desk has people by now.</summary>
    public async Task ChatsAsync()
    {
        await _shop.PlayAsync("""
            giulia says: pesto
            giulia taps: Dettagli on Pesto
            giulia taps: Metti nel carrello on Pesto
            giulia says: vorrei parlare con una persona, il pacco non arriva
            lucia says: la caraffa è arrivata rotta
            """);
        Waiting = await PathOfAsync("giulia");
        Answered = await PathOfAsync("lucia");
        var bruno = await DeskPeople.AddAsync(Host, DeskRole.Staff, "Bruno Blu");
        await AnswerAsync("lucia", bruno, "Mi dispiace! Mi mandi una foto della caraffa?");
        await _shop.PlayAsync("lucia says: certo, eccola");
        await AnswerAsync("lucia", bruno, "Grazie. Te ne spediamo una nuova domani.");
    }

    /// <summary>The page of a chat that waits.</summary>
    public string Waiting { get; private set; } = "";

    /// <summary>The page of a chat that somebody else has.</summary>
    public string Answered { get; private set; } = "";

    private async Task<string> PathOfAsync(string who)
    {
        var chat = await Chat.OpenAsync(Host, who);
        return $"/desk/chats/{await Host.Get<IChatQueries>().IdOfAsync(ChatLanes.Of(Host, chat), CancellationToken.None)}";
    }

    private async Task AnswerAsync(string who, DeskUser person, string text)
    {
        var seen = text.StartsWith("Mi", StringComparison.Ordinal) ? 0 : 1;
        var command = new ChatCommand(person.Id, person.Name, seen) { Text = text };
        var lane = ChatLanes.Of(Host, await Chat.OpenAsync(Host, who));
        await Host.Get<DeskCommands>().SendAsync(lane, ChatCommands.Answer, command, Ticket.New(), CancellationToken.None);
        await Host.SettleAsync();
    }

    /// <summary>Opens a page as somebody who is signed in with this role.</summary>
    public async Task<Phone> EnterAsync(
        Chromium chromium, DeskRole role, string path, string locale, ViewportSize? screen = null, ColorScheme colours = ColorScheme.Light)
    {
        using var visitor = await DeskPeople.EnterAsync(Host, role, "Nora Neri");
        var phone = await chromium.OpenAsync(Address, Log, "/desk/sign-in", locale, screen, colours);
        await phone.Page.Context.AddCookiesAsync(visitor.Cookies.GetAllCookies().Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly,
        }));
        await phone.Page.GotoAsync(path);
        return phone;
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private async Task InvoiceAsync(Order order)
    {
        using var desk = await DeskPeople.EnterAsync(Host, DeskRole.Staff, "Ivo Conti");
        var page = $"/desk/orders/{order.Number}/invoice";
        await desk.GetAsync(page);
        await desk.SubmitAsync(page, ("Name", "Conti & Figli S.r.l."), ("VatNumber", "12345678903"), ("RecipientCode", "AB12345"));
        await desk.GetAsync(page);
        await desk.SubmitAsync($"{page}?handler=Made", ("InvoiceNumber", "2026/17"));
    }

    private async Task FillAsync()
    {
        Shipped = await PaidAsync("giulia", "Cantucci");
        await _shop.Merchant.ShipAsync(Shipped.Number, "BRT 0123456");
        var refunded = await PaidAsync("lucia", "Caraffa");
        await _shop.Merchant.RefundAsync(refunded.Number, new RefundTerms(250, [], false, false));
        await _shop.PlayAsync(Shopping.Orders("marta", "Pesto"));
        await PaidAsync("silvia", "Plaid");
        Paid = await PaidAsync("anna", "Pesto");
        var gone = await PaidAsync("carlo", "Cantucci");
        using var moved = await Host.Simulators.PostAsJsonAsync(
            "/simulator/messenger/shoppers/carlo/window", new { lastActionHoursAgo = 25 });
        moved.EnsureSuccessStatusCode();
        await _shop.Merchant.ShipAsync(gone.Number);
        await _shop.PlayAsync("bruno says: avete un volo per Tokyo domani mattina presto dall'aeroporto di Bologna?");
        await _shop.Merchant.ImportAsync(("vase", null, 1), ("mortar", null, 0));
        await InvoiceAsync(Shipped);
        await Host.SettleAsync();
        Invitation = await Host.Get<Invitations>().CreateAsync(DeskRole.Staff, "Bruno", null, CancellationToken.None);
    }
}
