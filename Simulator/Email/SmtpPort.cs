using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Connections;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// Where mails are taken: it has no sign-in. <c>Simulator:SmtpPort</c> chooses the port, and <c>/simulator/mail/smtp</c> tells it.
/// </summary>
internal sealed class SmtpPort(SimulatorOptions options, Mailbox mailbox, MailFaults faults)
    : MailPort(options, options.SmtpPort, "Simulator:SmtpPort")
{
    protected override Task SpeakAsync(ConnectionContext connection) => new SmtpSession(connection, mailbox, faults).RunAsync();
}
