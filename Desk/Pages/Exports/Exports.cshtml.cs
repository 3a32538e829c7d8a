using System.Globalization;
using System.Text;
using CommerceBot.Desk.Exports;
using CommerceBot.Desk.Identity;
using CommerceBot.Desk.Today;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Files for the accountant. Each is written as it is read, so that a year is as well as a day.</summary>
internal sealed class ExportsModel(IExportQueries queries, IDeskUsers audit) : DeskPage
{
    public override string Section => "exports";

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public string? Trouble { get; private set; }

    public void OnGet()
    {
        Heading = T["exports"];
        var today = DateOnly.FromDateTime(InShop(Now).DateTime);
        From ??= new DateOnly(today.Year, today.Month, 1);
        Until ??= today;
    }

    public async Task<IActionResult> OnGetOrdersAsync(CancellationToken cancellationToken)
    {
        if (Bounds() is not { } bounds)
            return Wrong();
        var export = new OrderExport(new CsvText(T.Culture), T, Shop.TimeZone);
        await using var file = await BeginAsync("orders", cancellationToken);
        await file.WriteAsync(export.Head());
        await foreach (var details in queries.PlacedAsync(bounds.From, bounds.Until, cancellationToken))
            await file.WriteAsync(export.Rows(details));
        return new EmptyResult();
    }

    public async Task<IActionResult> OnGetTakingsAsync(CancellationToken cancellationToken)
    {
        if (Bounds() is not { } bounds)
            return Wrong();
        var sums = new SortedDictionary<(DateOnly Day, bool IsInvoiced, int Rate, string Currency), TakingsDay>();
        await foreach (var details in queries.MovedAsync(bounds.From, bounds.Until, cancellationToken))
        {
            foreach (var part in TakingsByRate.Of(details.Order, details.Ledger)
                .Where(part => part.At >= bounds.From && part.At < bounds.Until))
            {
                var key = (
                    DateOnly.FromDateTime(InShop(part.At).DateTime), details.Order.Invoice is { IsMade: true },
                    part.Rate?.Hundredths ?? -1, part.Gross.Currency.Code);
                sums[key] = (sums.GetValueOrDefault(key) ?? TakingsDay.Nothing(part.Gross.Currency)).With(part);
            }
        }

        return await WriteAsync("takings", TakingsDay.Columns, sums.Select(each => new object?[]
        {
            each.Key.Day, T[each.Key.IsInvoiced ? "export.yes" : "export.no"],
            each.Key.Rate < 0 ? T["export.no-rate"] : each.Key.Rate / 100m, each.Value.Came.InMainUnit(),
            each.Value.Back.InMainUnit(), each.Value.Sum.InMainUnit(), each.Value.Vat.InMainUnit(), each.Value.Net.InMainUnit(),
            each.Key.Currency,
        }), cancellationToken);
    }

    public async Task<IActionResult> OnGetOssAsync(CancellationToken cancellationToken)
    {
        if (Bounds() is not { } bounds)
            return Wrong();
        var sums = new OssReturn(Shop.Checkout.ShopCountry);
        await foreach (var details in queries.MovedAsync(bounds.From, bounds.Until, cancellationToken))
            sums.Add(details, bounds.From, bounds.Until);
        return await WriteAsync("oss", OssReturn.Columns, sums.Rows(T), cancellationToken);
    }

    public async Task<IActionResult> OnGetCustomersAsync(CancellationToken cancellationToken)
    {
        if (Bounds() is not { } bounds)
            return Wrong();
        var customers = new CustomerExport(Shop.TimeZone);
        await foreach (var details in queries.PlacedAsync(bounds.From, bounds.Until, cancellationToken))
            customers.Add(details);
        return await WriteAsync("customers", CustomerExport.Columns, customers.Rows(), cancellationToken);
    }

    private async Task<IActionResult> WriteAsync(
        string name, IEnumerable<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var csv = new CsvText(T.Culture);
        await using var file = await BeginAsync(name, cancellationToken);
        await file.WriteAsync(csv.Row(columns.Select(column => T[$"export.{column}"])));
        foreach (var row in rows)
            await file.WriteAsync(csv.Row(row));
        return new EmptyResult();
    }

    private (DateTimeOffset From, DateTimeOffset Until)? Bounds() =>
        From is { } from && Until is { } until && from <= until && until.Year < 9000
        ? (LastDays.StartOf(from, Shop.TimeZone), LastDays.StartOf(until.AddDays(1), Shop.TimeZone))
        : null;

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Wrong()
    {
        OnGet();
        Trouble = T["exports.wrong"];
        return Page();
    }

    private async Task<StreamWriter> BeginAsync(string name, CancellationToken cancellationToken)
    {
        var span = string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}_{Until:yyyy-MM-dd}");
        await audit.AuditAsync(UserId, "desk.exported", $"{name} {span}", cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}_{span}.csv\"";
        // With a mark at its beginning, without which spreadsheets take it for another encoding.
        return new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }
}
