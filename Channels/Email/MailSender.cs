using CommerceBot.Mails;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Outbox;

namespace CommerceBot.Channels.Email;

/// <summary>
/// Sends the outbox's mails. One that the server refuses for good is a dead letter at once; anything else waits and is
/// tried again.
/// </summary>
internal sealed class MailSender(MailComposer composer, SmtpConnection server) : IOutboxSender
{
    /// <summary>Where a crash test kills the process: the server has the mail, and nobody knows of it yet.</summary>
    public const string AfterMail = "after-mail";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public IReadOnlyCollection<string> Kinds { get; } = 
        [
            MailKinds.Shopper, MailKinds.Merchant, MailKinds.Declaration, MailKinds.MerchantDeclaration, MailKinds.MerchantChat,
            MailKinds.Undelivered,
        ];

    public OutboxQueue QueueOf(string kind) => 
        kind is MailKinds.Shopper or MailKinds.Declaration ? OutboxQueue.ShopperMails : OutboxQueue.MerchantMails;

    /// <summary>As long as mail servers keep trying (RFC 5321, 4.5.4.1: at least 4 to 5 days).</summary>
    public TimeSpan GivesUpAfter(string kind) => TimeSpan.FromDays(4);

    public async Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        using var message = await composer.ComposeAsync(row, cancellationToken);
        if (message is null)
            return new Outcome.Dead("Address: no mail can be sent to it. Correct the order's e-mail; the correction is mailed.");
        var outcome = await server.SendAsync(message, Backoff.Of(row, FirstPause, LongestPause), cancellationToken);
        if (outcome is Outcome.Done)
            CrashPoints.Reach(AfterMail);
        return outcome;
    }
}
