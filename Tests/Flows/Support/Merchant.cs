using System.Globalization;
using System.Text.RegularExpressions;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Commands;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>The merchant at a terminal beside the running shop: the same handlers as the commands.</summary>
internal sealed class Merchant(ShopHost host)
{
    public Task<OrderCommandAnswer> ShipAsync(OrderNumber number, string? tracking = null) =>
        CommandAsync(number, OrderCommands.Ship, tracking);

    public Task<OrderCommandAnswer> DeliverAsync(OrderNumber number) => CommandAsync(number, OrderCommands.Deliver);

    public Task<OrderCommandAnswer> CancelAsync(OrderNumber number) => CommandAsync(number, OrderCommands.Cancel);

    /// <summary>Gives back all that is left, or what the terms say.</summary>
    public Task<OrderCommandAnswer> RefundAsync(OrderNumber number, RefundTerms? terms = null) =>
        CommandAsync(number, OrderCommands.Refund, refund: terms);

    /// <summary>An operator replays a dead call about money.</summary>
    public async Task<OrderCommandAnswer> ReplayAsync(OrderNumber number, string key)
    {
        using var context = Open();
        var order = context.Orders.Find(number.Value) ?? throw new InvalidOperationException($"There is no order {number}.");
        var handler = new OrderCommandClient(context);
        var seq = handler.Append(order, OrderCommands.Replay, new OrderCommand(order.Id.Value, Call: key));
        await host.SettleAsync();
        return await handler.AnswerAsync(seq, CancellationToken.None) ?? throw new InvalidOperationException("The shop did not answer.");
    }

    /// <summary>Orders whose money needs a person.</summary>
    public IReadOnlyList<Order> Attention()
    {
        using var context = Open();
        return context.Orders.List(null, attention: true, 1000);
    }

    /// <summary>The newest orders first.</summary>
    public IReadOnlyList<Order> Orders()
    {
        using var context = Open();
        return context.Orders.List(null, attention: false, 1000);
    }

    /// <summary>The newest order of a shopper, found by what they gave as e-mail.</summary>
    public Order OrderOf(string email) => Orders().First(order => order.Contact.Email == email);

    public PaymentLedger LedgerOf(Order order)
    {
        using var context = Open();
        return context.Orders.LedgerOf(order.Id);
    }

    /// <summary>What <c>orders show</c> says of notices that did not arrive.</summary>
    public IReadOnlyList<string> UndeliveredIn(Order order)
    {
        using var context = Open();
        return [.. context.Orders.UndeliveredIn(order).Select(notice => notice.Reason)];
    }

    /// <summary>Imports the sample feed with another price or stock for some of its goods.</summary>
    public Task ImportAsync(params (string Id, string? Price, int? Stock)[] changes) => ImportAsOfAsync(host.Time.GetUtcNow(), changes);

    /// <summary>The same, as <c>import --as-of</c>: the stock was counted then.</summary>
    public async Task ImportAsOfAsync(DateTimeOffset asOf, params (string Id, string? Price, int? Stock)[] changes)
    {
        var lines = await File.ReadAllLinesAsync(SampleShop.Feeds[0]);
        var columns = Cells(lines[0]);
        foreach (var (id, price, stock) in changes)
        {
            var at = Array.FindIndex(lines, line => line.StartsWith(id + ",", StringComparison.Ordinal));
            var cells = Cells(lines[at]);
            if (price is not null)
                (cells[columns.IndexOf("price")], cells[columns.IndexOf("sale_price")]) = (price, "");
            if (stock is { } left)
            {
                cells[columns.IndexOf("quantity_to_sell_on_facebook")] = left.ToString(CultureInfo.InvariantCulture);
                cells[columns.IndexOf("availability")] = left > 0 ? "in stock" : "out of stock";
            }

            lines[at] = string.Join(',', cells);
        }

        await ImportAsync(string.Join('\n', lines), asOf);
    }

    /// <summary>Imports the sample feed with columns of which one product alone has something.</summary>
    public async Task ImportWithAsync(string id, params (string Column, string Value)[] said)
    {
        var lines = await File.ReadAllLinesAsync(SampleShop.Feeds[0]);
        lines[0] += string.Concat(said.Select(one => $",{one.Column}"));
        for (var at = 1; at < lines.Length; at++)
            lines[at] += string.Concat(
                said.Select(one => lines[at].StartsWith(id + ",", StringComparison.Ordinal) ? $",\"{one.Value}\"" : ","));
        await ImportAsync(string.Join('\n', lines), host.Time.GetUtcNow());
    }

    /// <summary>Imports the sample feed without some of its goods: they are no longer sold.</summary>
    public async Task TakeAwayAsync(string id) =>
        await ImportAsync(
            string.Join(
                '\n',
                (await File.ReadAllLinesAsync(SampleShop.Feeds[0])).Where(line => !line.StartsWith(id + ",", StringComparison.Ordinal))),
            host.Time.GetUtcNow());

    /// <summary>What <c>stock set</c> does.</summary>
    public void Count(string sku, int pieces)
    {
        using var context = Open();
        if (!context.Stock.TrySet(new Sku(sku), pieces, host.Time.GetUtcNow()))
            throw new InvalidOperationException($"{sku} could not be counted.");
    }

    /// <summary>Pieces that can be promised now.</summary>
    public long AvailableOf(string sku)
    {
        using var context = Open();
        return context.Stock.Find(new Sku(sku))?.Available ?? 0;
    }

    private async Task ImportAsync(string feed, DateTimeOffset asOf)
    {
        var path = Path.Combine(host.Folder, "feed.csv");
        await File.WriteAllTextAsync(path, feed);
        using var context = Open();
        var options = new ImportOptions(context.Shop.Currency, asOf) { VatClasses = context.Shop.Prices.Vat.Classes };
        var report = await CatalogLoader.ImportAsync(context.Database, path, options, null, CancellationToken.None, host.Time);
        if (!report.Succeeded)
            throw new InvalidOperationException($"The feed was refused: {report.Refused} {string.Join('\n', report.Problems)}");
        await host.SettleAsync();
    }

    private async Task<OrderCommandAnswer> CommandAsync(
        OrderNumber number, string what, string? tracking = null, RefundTerms? refund = null)
    {
        using var context = Open();
        var order = context.Orders.Find(number.Value) ?? throw new InvalidOperationException($"There is no order {number}.");
        var handler = new OrderCommandClient(context);
        var seq = handler.Append(order, what, new OrderCommand(order.Id.Value, tracking, refund));
        await host.SettleAsync();
        return await handler.AnswerAsync(seq, CancellationToken.None) ?? throw new InvalidOperationException("The shop did not answer.");
    }

    private static List<string> Cells(string line) =>
        [.. Regex.Matches(line, "(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)").Select(cell => cell.Groups[1].Value)];

    private CommandContext Open() =>
        CommandContext.Open("--contentRoot", AppContext.BaseDirectory, "--environment", "Production", $"--Data:Folder={host.Folder}");
}
