using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MimeKit;

namespace CommerceBot.Channels.Email;

/// <summary>Puts mail into a host: who it comes from, the server that takes it, and the sender of the outbox's rows.</summary>
internal static class EmailServiceCollectionExtensions
{
    private const string SimulatedFrom = "shop@simulator.example";

    /// <param name="desk">Where the desk is, asked when it is used.</param>
    /// <exception cref="SettingsException">A setting is wrong or missing.</exception>
    public static IServiceCollection AddEmail(
        this IServiceCollection services, IConfiguration settings, Modes modes, ShopSettings shop, Func<Uri> desk)
    {
        if (modes.Email == Mode.Off)
            return services;
        var real = modes.Email == Mode.Real;
        if (real)
            services.AddChecked<SmtpOptions>(settings.GetSection("Smtp"), options => Faults(options, shop));
        else
            services.AddSingleton(new SmtpOptions());
        services.AddSingleton(all => new SimulatedMailServer(() => SimulatorSettings.Address(all, settings)));
        services.AddSingleton(all => Connection(all, real));
        // A wrong address is told at start; afterwards each mail asks anew, since addresses may change while the shop runs.
        _ = (Merchant(shop), ReplyTo(shop));
        services.AddSingleton<Func<EmailSettings>>(all => () => new EmailSettings(
            Address(real ? all.GetRequiredService<SmtpOptions>().From : SimulatedFrom, shop.Name, "Smtp:From"), ReplyTo(shop),
            Merchant(shop)));
        services.AddSingleton(all => new MailComposer(
            all.GetRequiredService<Func<EmailSettings>>(),
            new OrderMailWriter(shop),
            new MerchantMailWriter(shop, desk),
            new DeclarationMailWriter(shop),
            new ChatMailWriter(shop, desk)));
        services.AddSingleton<IOutboxSender, MailSender>();
        if (!real || !string.IsNullOrWhiteSpace(settings["Imap:Host"]))
            services.AddBounces(settings, real);
        return services;
    }

    /// <summary>Reads the mailbox to which mails come back.</summary>
    private static void AddBounces(this IServiceCollection services, IConfiguration settings, bool real)
    {
        if (real)
            services.AddChecked<ImapOptions>(settings.GetSection("Imap"), Faults);
        services.AddSingleton(all => new BounceMailbox(
            real ? _ => Task.FromResult(AccountOf(all.GetRequiredService<ImapOptions>()))
                : all.GetRequiredService<SimulatedMailServer>().FindMailboxAsync));
        services.AddSingleton<BounceHandler>();
        services.AddSingleton<BouncePoller>();
        services.AddHostedService(all => all.GetRequiredService<BouncePoller>());
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            "returned-mails", all => all.GetRequiredService<BouncePoller>(), failureStatus: null, [HealthTags.Ready]));
    }

    private static ImapAccount AccountOf(ImapOptions options) =>
        new(options.Host, options.Port, options.User, options.Password, options.Mailbox);

    private static SmtpConnection Connection(IServiceProvider all, bool real)
    {
        var options = all.GetRequiredService<SmtpOptions>();
        return real
            ? new SmtpConnection(options, _ => Task.FromResult(new SmtpAddress(options.Host, options.Port)))
            : new SmtpConnection(options, all.GetRequiredService<SimulatedMailServer>().FindAsync);
    }

    private static MailboxAddress Merchant(ShopSettings shop) =>
        Address(shop.MerchantEmail ?? shop.SupportEmail, shop.Name, "Email:Merchant");

    private static MailboxAddress ReplyTo(ShopSettings shop) => Address(shop.SupportEmail, shop.Name, "Shop:SupportEmail");

    private static MailboxAddress Address(string text, string name, string setting) => MailAddresses.TryRead(text, name, out var address)
        ? address
        : throw new SettingsException($"{setting} is '{text}'. Write one e-mail address, such as shop@example.com.");

    private static IEnumerable<string> Faults(SmtpOptions options, ShopSettings shop)
    {
        if (options.Port is < 1 or > 65535)
            yield return $"Smtp:Port is '{options.Port}'. Write 587 (STARTTLS) or 465 (TLS).";
        if (!MailAddresses.TryRead(options.From, shop.Name, out _))
            yield return $"Smtp:From is '{options.From}'. Write the address that mails come from, such as shop@example.com.";
        if (options.User.Length > 0 && options.Password.Length == 0)
            yield return "Smtp:User is set and Smtp:Password is missing. Set it in the environment (Smtp__Password), or remove the user.";
        if (shop.LegalName is null || shop.LegalAddress is null)
            yield return "Mails to shoppers confirm contracts and must name the seller: set Shop:LegalName and Shop:LegalAddress.";
    }

    private static IEnumerable<string> Faults(ImapOptions options)
    {
        if (options.Port is < 1 or > 65535)
            yield return $"Imap:Port is '{options.Port}'. Write 993 (TLS) or 143 (STARTTLS).";
        if (options.User.Length == 0 || options.Password.Length == 0)
            yield return "Imap:Host is set, and Imap:User or Imap:Password is missing. Set both (Imap__Password in the environment), "
                + "or remove Imap:Host.";
    }
}
