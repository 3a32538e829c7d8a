using System.Globalization;
using System.Net;
using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>What a merchant does in the desk, as the shopper hears it and as the order keeps it.</summary>
public sealed class OrderFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private static int _shoppers;

    [Fact]
    public async Task A_parcel_that_leaves_in_the_desk_is_told_in_the_chat_with_carrier_and_number()
    {
        var (chat, order, desk) = await StartAsync(DeskRole.Staff, "Pesto");
        await desk.GetAsync($"/desk/orders/{order.Number}/ship");
        var after = await desk.SubmitAsync($"/desk/orders/{order.Number}/ship", ("Carrier", "BRT"), ("Tracking", "0123 456"));
        Assert.Contains($"Order {order.Number} is shipped.", after.Words, StringComparison.Ordinal);
        Assert.Contains("Shipped 1 × Pesto", after.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"Nora Neri {order.Number}", after.Words, StringComparison.Ordinal);
        Assert.Equal(
            $"Buone notizie: l'ordine {order.Number.Value.Replace('-', '\u2011')} è partito! Numero di spedizione: BRT 0123 456",
            Assert.Single(await chat.HearAsync()).Words);
        Assert.Equal(OrderState.Shipped, Now(order).State);
    }

    [Fact]
    public async Task Part_of_an_order_leaves_first_and_the_rest_completes_it()
    {
        var (chat, order, desk) = await StartAsync(DeskRole.Staff, "Pesto", pieces: 3);
        var sku = order.Lines[0].Sku;
        await desk.GetAsync($"/desk/orders/{order.Number}/ship");
        await desk.SubmitAsync($"/desk/orders/{order.Number}/ship", ($"Pieces[{sku}]", "1"));
        Assert.Contains("Una parte dell'ordine", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Equal(OrderState.PartlyShipped, Now(order).State);

        var form = await desk.GetAsync($"/desk/orders/{order.Number}/ship");
        Assert.Contains(form.FormTo($"/desk/orders/{order.Number}/ship"), field => field.Key == $"Pieces[{sku}]" && field.Value == "2");
        var tooMany = await desk.SubmitAsync($"/desk/orders/{order.Number}/ship", ($"Pieces[{sku}]", "3"));
        Assert.Contains("Not so many pieces", tooMany.Words, StringComparison.Ordinal);
        await desk.GetAsync($"/desk/orders/{order.Number}/ship");
        await desk.SubmitAsync($"/desk/orders/{order.Number}/ship", ("Tracking", "X2"));
        Assert.Contains("è partito!", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Equal((OrderState.Shipped, 2), (Now(order).State, Now(order).Shipments.Count));
    }

    [Fact]
    public async Task A_mistyped_number_is_put_right_and_the_shopper_reads_the_right_one()
    {
        var (chat, order, desk) = await StartAsync(DeskRole.Staff, "Cantucci");
        await shop.Merchant.ShipAsync(order.Number, "WRONG 1");
        await chat.HearAsync();
        await desk.GetAsync($"/desk/orders/{order.Number}/tracking");
        var after = await desk.SubmitAsync($"/desk/orders/{order.Number}/tracking", ("Carrier", "GLS"), ("Tracking", "RIGHT 2"));
        Assert.Contains("Tracking number corrected GLS RIGHT 2", after.Words, StringComparison.Ordinal);
        Assert.Contains("GLS RIGHT 2", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Equal("GLS RIGHT 2", Now(order).Tracking);
    }

    [Fact]
    public async Task A_note_stays_in_the_shop_and_a_card_number_in_it_stays_nowhere()
    {
        var (chat, order, desk) = await StartAsync(DeskRole.Staff, "Pesto");
        await desk.GetAsync($"/desk/orders/{order.Number}");
        var after = await desk.SubmitAsync(
            $"/desk/orders/{order.Number}/note", ("Text", "Called: wrap it <b>well</b>. Card 4242 4242 4242 4242"));
        Assert.Contains("wrap it <b>well</b>", after.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("4242 4242", after.Words, StringComparison.Ordinal);
        Assert.Empty(await chat.HearAsync());
    }

    [Fact]
    public async Task A_mistyped_address_is_put_right_until_the_parcel_leaves_and_found_by_its_new_words()
    {
        var (chat, order, desk) = await StartAsync(DeskRole.Staff, "Pesto");
        await desk.GetAsync($"/desk/orders/{order.Number}/contact");
        var wrong = await desk.SubmitAsync($"/desk/orders/{order.Number}/contact", ("Email", "no address"));
        Assert.Contains("role=\"alert\"", wrong.Html, StringComparison.Ordinal);
        var fixedMail = $"right.{order.Contact.Email}";
        var after = await desk.SubmitAsync($"/desk/orders/{order.Number}/contact", ("Email", fixedMail), ("Street", "Via Torino 12"));
        Assert.Contains("are corrected", after.Words, StringComparison.Ordinal);
        Assert.Contains("Via Torino 12", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        var page = await desk.GetAsync($"/desk/orders/{order.Number}");
        Assert.Contains("20121 Milano (MI) Italy", page.Words, StringComparison.Ordinal);
        var link = $"href=\"/desk/orders/{order.Number}\"";
        Assert.Contains(link, (await desk.GetAsync($"/desk/orders?tab=All&q={fixedMail}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(link, (await desk.GetAsync($"/desk/orders?tab=All&q={order.Contact.Email}")).Html, StringComparison.Ordinal);
        await shop.Merchant.ShipAsync(order.Number);
        Assert.DoesNotContain(
            "name=\"Street\"", (await desk.GetAsync($"/desk/orders/{order.Number}/contact")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_piece_is_refunded_at_its_price_after_the_sum_was_shown()
    {
        var (chat, order, desk) = await StartAsync(DeskRole.Owner, "Pesto", pieces: 2);
        var (line, path) = (order.Lines[0], $"/desk/orders/{order.Number}/refund");
        await desk.GetAsync(path);
        var review = await desk.SubmitAsync(path, ("How", "Pieces"), ($"Pieces[{line.Sku}]", "1"), ("Reason", "Faulty item"));
        Assert.Contains($"You will refund €{line.UnitPrice.InMainUnit():F2}", review.Words, StringComparison.Ordinal);
        Assert.Empty(shop.Merchant.LedgerOf(order).Refunds);
        var after = await desk.SubmitAsync(path, ("Confirmed", "true"));
        Assert.Contains("is on its way", after.Words, StringComparison.Ordinal);
        Assert.Contains("Faulty item", after.Words, StringComparison.Ordinal);
        await shop.Now.SettleAsync();
        var refund = Assert.Single(shop.Merchant.LedgerOf(order).Refunds);
        Assert.Equal((line.UnitPrice, 1), (refund.Amount, refund.Parts[0].Pieces));
        Assert.Contains("rimborso", string.Join('\n', await chat.HearAsync()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_button_that_is_clicked_twice_refunds_once()
    {
        var (_, order, desk) = await StartAsync(DeskRole.Owner, "Pesto", pieces: 2);
        var path = $"/desk/orders/{order.Number}/refund";
        await desk.GetAsync(path);
        await desk.SubmitAsync(path, ("How", "Amount"), ("Amount", "2.00"));
        var fields = desk.View.FormTo(path).Append(KeyValuePair.Create("Confirmed", "true")).ToList();
        var answers = await Task.WhenAll(desk.PostAsync(path, fields), desk.PostAsync(path, fields));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        await shop.Now.SettleAsync();
        Assert.Equal(200, Assert.Single(shop.Merchant.LedgerOf(order).Refunds).Amount.Minor);
    }

    [Fact]
    public async Task Staff_give_back_up_to_their_limit_of_one_order_and_not_by_small_pieces_either()
    {
        var (_, order, desk) = await StartAsync(DeskRole.Staff, "Plaid");
        Assert.True(order.Total.Minor > 5500, $"{order.Total} is too little for this test");
        await RefundAsync(desk, order, "30.00");
        var second = await RefundAsync(desk, order, "20.01");
        Assert.Contains("over your refund limit", second.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("over your", (await RefundAsync(desk, order, "20.00")).Words, StringComparison.Ordinal);
        await shop.Now.SettleAsync();
        Assert.Equal(5000, shop.Merchant.LedgerOf(order).Refunds.Sum(refund => refund.Amount.Minor));
        await desk.GetAsync($"/desk/orders/{order.Number}/cancel");
        var cancelled = await desk.SubmitAsync($"/desk/orders/{order.Number}/cancel");
        Assert.Contains("over your refund limit", cancelled.Words, StringComparison.Ordinal);
        Assert.Equal(OrderState.Paid, Now(order).State);
    }

    [Fact]
    public async Task A_paid_order_is_cancelled_with_its_reason_and_its_money_goes_back()
    {
        var (chat, order, desk) = await StartAsync(DeskRole.Owner, "Cantucci");
        await desk.GetAsync($"/desk/orders/{order.Number}/cancel");
        var after = await desk.SubmitAsync($"/desk/orders/{order.Number}/cancel", ("Reason", "Broken in the shop"));
        Assert.Contains($"Order {order.Number} is cancelled", after.Words, StringComparison.Ordinal);
        Assert.Contains("Broken in the shop", after.Words, StringComparison.Ordinal);
        var said = string.Join('\n', await chat.HearAsync());
        Assert.Contains("Il negozio ha annullato l'ordine", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Broken", said, StringComparison.Ordinal);
        Assert.Equal(PaymentState.Refunded, shop.Merchant.LedgerOf(order).State);
    }

    [Fact]
    public async Task The_receipt_comes_again_in_the_chat()
    {
        var (chat, order, desk) = await StartAsync(DeskRole.Staff, "Pesto");
        await desk.GetAsync($"/desk/orders/{order.Number}");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await shop.Now.StepAsync(TimeSpan.FromSeconds(5));
            await desk.GetAsync($"/desk/orders/{order.Number}");
            await desk.SubmitAsync($"/desk/orders/{order.Number}/receipt");
            var receipt = Assert.Single(await chat.HearAsync()).Receipt!;
            Assert.StartsWith($"{order.Number.Value.Replace('-', '\u2011')} (copia", receipt.OrderNumber, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Several_orders_leave_at_once_each_with_its_own_number()
    {
        var (firstChat, first, desk) = await StartAsync(DeskRole.Staff, "Pesto");
        var (secondChat, second) = await PaidAsync("Cantucci", 1);
        await desk.GetAsync($"/desk/orders/ship?n={first.Number}&n={second.Number}");
        var done = await desk.SubmitAsync(
            "/desk/orders/ship", ("Carrier", "SDA"), ($"Numbers[{first.Number}]", "A1"), ($"Numbers[{second.Number}]", "B2"));
        Assert.Contains($"{first.Number}: Order {first.Number} is shipped", done.Words, StringComparison.Ordinal);
        Assert.Contains("SDA A1", Assert.Single(await firstChat.HearAsync()).Words, StringComparison.Ordinal);
        Assert.Contains("SDA B2", Assert.Single(await secondChat.HearAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_shows_what_is_to_be_packed_and_no_price_and_a_pick_list_adds_it_up()
    {
        var (_, first, desk) = await StartAsync(DeskRole.Viewer, "Pesto", pieces: 2);
        var (_, second) = await PaidAsync("Pesto", 1);
        var slips = await desk.GetAsync($"/desk/print/slips?n={first.Number}&n={second.Number}");
        Assert.Contains(first.Number.Value, slips.Words, StringComparison.Ordinal);
        Assert.Contains("Via Roma 1", slips.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("€", slips.Words, StringComparison.Ordinal);
        var list = await desk.GetAsync($"/desk/print/pick-list?n={first.Number}&n={second.Number}");
        Assert.Matches($@"\b3 Pesto.*{first.Number} \(2\), {second.Number} \(1\)", list.Words);
    }

    [Fact]
    public async Task What_the_shopper_could_not_be_told_is_said_in_the_timeline()
    {
        var (_, order, desk) = await StartAsync(DeskRole.Staff, "Caraffa", who: "lost");
        using var moved = await shop.Now.Simulators.PostAsync(
            new Uri("/simulator/messenger/shoppers/lost/window", UriKind.Relative),
            System.Net.Http.Json.JsonContent.Create(new { lastActionHoursAgo = 25 }));
        moved.EnsureSuccessStatusCode();
        await desk.GetAsync($"/desk/orders/{order.Number}/ship");
        await desk.SubmitAsync($"/desk/orders/{order.Number}/ship");
        await shop.Now.SettleAsync();
        Assert.Contains(
            "A message did not reach the customer", (await desk.GetAsync($"/desk/orders/{order.Number}")).Words, StringComparison.Ordinal);
    }

    private async Task<DeskView> RefundAsync(DeskVisitor desk, Order order, string amount)
    {
        var path = $"/desk/orders/{order.Number}/refund";
        await desk.GetAsync(path);
        await desk.SubmitAsync(path, ("How", "Amount"), ("Amount", amount));
        var answer = await desk.SubmitAsync(path, ("Confirmed", "true"));
        await shop.Now.SettleAsync();
        return answer;
    }

    [Fact]
    public async Task A_withdrawal_is_shown_with_its_pieces_and_the_day_by_which_the_money_goes_back()
    {
        var (_, order, desk) = await StartAsync(DeskRole.Staff, "Pesto", who: "receding");
        await shop.PlayAsync("""
            receding menu: Recedi dal contratto qui
            bot later: Recesso dall'ordine
            receding taps: Conferma recesso
            bot later: Abbiamo ricevuto il tuo recesso
            """);
        var due = Assert.Single(Now(order).Withdrawals).At.AddDays(14).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        var page = await desk.GetAsync($"/desk/orders/{order.Number}");
        Assert.Contains("The customer withdrew from 1 × Pesto", page.Words, StringComparison.Ordinal);
        Assert.Contains($"give the money back by {due}", page.Words, StringComparison.Ordinal);
    }

    private async Task<(Chat Chat, Order Order, DeskVisitor Desk)> StartAsync(
        DeskRole role, string product, int pieces = 1, string? who = null)
    {
        var (chat, order) = await PaidAsync(product, pieces, who);
        return (chat, order, await DeskPeople.EnterAsync(shop.Now, role, "Nora Neri " + order.Number.Value));
    }

    private async Task<(Chat Chat, Order Order)> PaidAsync(string product, int pieces, string? who = null)
    {
        who ??= $"desk{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync(
            (pieces == 1 ? Shopping.Orders(who, product) : CartOf(who, product, pieces))
                + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return (await Chat.OpenAsync(shop.Now, who), shop.Merchant.OrderOf($"{who}@example.com"));
    }

    private static string CartOf(string who, string product, int pieces) =>
        $"{who} says: {product}\n"
        + string.Concat(Enumerable.Repeat($"{who} taps: Dettagli on {product}\n{who} taps: Metti nel carrello on {product}\n", pieces))
        + $"{who} says: cassa\n{Shopping.AnswersAll(who)}{who} taps: Ordina e paga\nbot later: Paga sulla pagina sicura di Stripe\n";

    private Order Now(Order order) => shop.Merchant.Orders().Single(one => one.Id == order.Id);
}
