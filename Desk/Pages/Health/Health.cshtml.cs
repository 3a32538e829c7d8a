using CommerceBot.Desk.Health;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommerceBot.Desk.Pages;

/// <summary>Whether all is well, and what could not be handled or sent, each with its cause and what to do.</summary>
internal sealed class HealthModel(
    HealthCheckService checks, IDeadLetters letters, IArrivals arrivals, IOrderQueries orders, ServiceStates states,
    IUnclearQueries utterances, IMailReportQueries mails) : DeskPage
{
    private const int Most = 100;
    private const int MostUnclear = 50;

    /// <summary>A mail that came back longer ago was seen, or nobody will.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    private readonly Dictionary<string, OrderNumber> _orders = [];

    public override string Section => "health";

    public IReadOnlyList<(string Name, string Mode)> Services => states.Services;

    public bool IsLive => states.IsLive;

    /// <summary>Each named check of the host; the process itself answers this page.</summary>
    public IReadOnlyList<KeyValuePair<string, HealthReportEntry>> Checks { get; private set; } = [];

    public LastSeen Seen { get; private set; } = null!;

    public IReadOnlyList<DeadLetter> Letters { get; private set; } = [];

    /// <summary>Mails that mail servers had taken, and that came back.</summary>
    public IReadOnlyList<ReturnedMail> Returned { get; private set; } = [];

    /// <summary>What the bot did not understand, for those who may act: it is shoppers' own words.</summary>
    public IReadOnlyList<UnclearText> Unclear { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Heading = T["health"];
        var report = await checks.CheckHealthAsync(check => check.Name != "process", cancellationToken);
        Checks = [.. report.Entries.OrderBy(entry => entry.Value.Status)];
        Seen = await arrivals.LastSeenAsync(cancellationToken);
        Unclear = MayAct ? await utterances.LastAsync(MostUnclear, cancellationToken) : [];
        Returned = await mails.ReturnedAsync(Now - Lately, Most, cancellationToken);
        Letters = [.. letters.List(Most).Take(Most)];
        var ids = Letters.Where(Advice.IsMoney).ToDictionary(
            letter => letter.Id, letter => PaymentDeadLetter.CallOf(letters, letter).Order.Value);
        var numbers = await orders.NumbersAsync([.. ids.Values.Distinct()], cancellationToken);
        foreach (var (letter, order) in ids)
            if (numbers.TryGetValue(order, out var number))
                _orders[letter] = number;
    }

    public OrderNumber? OrderOf(DeadLetter letter) => _orders.TryGetValue(letter.Id, out var number) ? number : null;

    /// <summary>When something came last; that it never did is said.</summary>
    public string Ago(DateTimeOffset? at) => at is { } known ? At(known) : T["health.never"];
}
