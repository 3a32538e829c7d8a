using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Connections;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// Where the mails are read that came back. <c>Simulator:ImapPort</c> chooses the port; <c>/simulator/mail/imap</c> tells it, and how to
/// sign in.
/// </summary>
internal sealed class ImapPort(SimulatorOptions options, ReturnedMails returned, MailFaults faults)
    : MailPort(options, options.ImapPort, "Simulator:ImapPort")
{
    public const string User = "bounces@simulator.example";

    /// <summary>No secret: the mailbox is this machine's, and holds what the simulator wrote itself.</summary>
    public const string Password = "simulated";

    protected override Task SpeakAsync(ConnectionContext connection) => new ImapSession(connection, returned, faults).RunAsync();
}
