using CommerceBot.Runtime.Redaction;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;

namespace CommerceBot.Channels.Email;

/// <summary>
/// The mailbox to which mails come back. Reports that nobody has seen are read, one connection a look; each is marked as seen once it is
/// taken, or can never be. Other mails in it stay as they are.
/// </summary>
/// <param name="find">Which mailbox; asked for each look, since a simulator's port is known only once it listens.</param>
internal sealed class BounceMailbox(Func<CancellationToken, Task<ImapAccount>> find)
{
    /// <summary>A look ends after so many; the next one goes on.</summary>
    public const int MostAtOnce = 200;

    /// <summary>In bytes. Servers give back the headers of a mail, or a mail of ours, which is a small part of this.</summary>
    public const int LargestReport = 200 * 1024;

    /// <summary>For each answer of the server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Up to where the mailbox was looked through by this process, and in which numbering of its mails.</summary>
    private (uint Validity, uint Last) _seen;

    /// <summary>Reads what is new, the oldest first.</summary>
    /// <param name="take">Keeps what a report says. When it throws, the report stays unseen.</param>
    /// <param name="cannotRead">Told of a report that is no mail, or too large, and why; it is seen then.</param>
    public async Task ReadAsync(
        Func<MimeMessage, CancellationToken, Task> take, Action<string> cannotRead, CancellationToken cancellationToken)
    {
        var account = await find(cancellationToken);
        using var client = new ImapClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(account.Host, account.Port, account.Security, cancellationToken);
        await client.AuthenticateAsync(account.User, account.Password, cancellationToken);
        var folder = account.Mailbox.Equals("INBOX", StringComparison.OrdinalIgnoreCase)
            ? client.Inbox!
            : await client.GetFolderAsync(account.Mailbox, cancellationToken);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        foreach (var mail in await NewAsync(folder, cancellationToken))
        {
            if (DeliveryReport.IsOne(mail.Headers?[HeaderId.ContentType]))
            {
                await TakeAsync(folder, mail, take, cannotRead, cancellationToken);
                await folder.AddFlagsAsync(mail.UniqueId, MessageFlags.Seen, silent: true, cancellationToken);
            }

            _seen = (folder.UidValidity, mail.UniqueId.Id);
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    /// <summary>Of all that is unseen what this process has not passed by; how large each is, and of what kind.</summary>
    private async Task<IEnumerable<IMessageSummary>> NewAsync(IMailFolder folder, CancellationToken cancellationToken)
    {
        var unseen = await folder.SearchAsync(SearchQuery.NotSeen, cancellationToken);
        var found = unseen.Where(id => folder.UidValidity != _seen.Validity || id.Id > _seen.Last)
            .OrderBy(id => id.Id).Take(MostAtOnce).ToList();
        if (found.Count == 0)
            return [];
        var request = new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size, [HeaderId.ContentType]);
        return (await folder.FetchAsync(found, request, cancellationToken)).OrderBy(mail => mail.UniqueId.Id);
    }

    private static async Task TakeAsync(
        IMailFolder folder, IMessageSummary mail, Func<MimeMessage, CancellationToken, Task> take, Action<string> cannotRead,
        CancellationToken cancellationToken)
    {
        if (mail.Size > LargestReport)
        {
            cannotRead($"a report of {mail.Size} bytes is none");
            return;
        }

        // Never more than this, whatever the server said of its size.
        await using var bytes = await folder.GetStreamAsync(mail.UniqueId, 0, LargestReport, cancellationToken);
        MimeMessage message;
        try
        {
            message = await MimeMessage.LoadAsync(DeliveryReport.Parsing, bytes, cancellationToken);
        }
        catch (FormatException wrong)
        {
            cannotRead(LogText.Of(wrong.Message));
            return;
        }

        using (message)
            await take(message, cancellationToken);
    }
}
