using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// Brings what the merchant must know about money to the log and to the counter <c>commercebot.merchant.alerts</c>,
/// once each.
/// </summary>
internal sealed class MerchantAlertSender(IMeterFactory meters, ILogger<MerchantAlertSender> log) : IOutboxSender
{
    private readonly Counter<long> _alerts = meters
        .Create("CommerceBot")
        .CreateCounter<long>("commercebot.merchant.alerts", "{alert}", "What the merchant must know about money, by kind");

    public IReadOnlyCollection<string> Kinds { get; } = [PaymentCallKinds.Alert];

    public OutboxQueue QueueOf(string kind) => OutboxQueue.Calls;

    public TimeSpan GivesUpAfter(string kind) => TimeSpan.FromHours(24);

    public Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var alert =
            JsonSerializer.Deserialize(row.Request.Span, PaymentsJson.Default.MerchantAlert)
            ?? throw new JsonException($"Outbox row {row.PublicId} holds null instead of an alert.");
        _alerts.Add(1, new KeyValuePair<string, object?>("kind", alert.Kind.ToString()));
        if (alert.Kind is AlertKind.Disputed or AlertKind.DisputeLost or AlertKind.RefundStuck or AlertKind.EvidenceDue
                or AlertKind.StatusUnknown)
            log.MerchantMustAct(alert.Kind, alert.Number.Value, alert.Amount, alert.Reference, Details(alert));
        else
            log.MerchantTold(alert.Kind, alert.Number.Value, alert.Amount, alert.Reference, Details(alert));
        return Task.FromResult<Outcome>(new Outcome.Done(Answer: null));
    }

    /// <summary>Stripe's word for the status is no text of a person's, and is kept to what a word can be.</summary>
    private static string Details(MerchantAlert alert) => string.Concat(
        alert.Status is { } status ? $", status '{Word(status)}'" : "",
        alert.Due is { } due ? string.Create(CultureInfo.InvariantCulture, $", answer by {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "");

    private static string Word(string status) =>
        new([.. status.Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or ' ' or ',').Take(100)]);

    public Activity? AnswerWhenAbandoned(OutboxRow row, string reason) => null;
}
