using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Channels;

/// <summary>Where the simulators of services without keys are: in this host, or in one of their own at <c>Simulator:Url</c>.</summary>
internal static class SimulatorSettings
{
    /// <summary>Where they are reached.</summary>
    public static Uri Address(IServiceProvider all, IConfiguration settings) =>
        AreElsewhere(settings) ? new Uri(settings["Simulator:Url"]!) : all.GetRequiredService<ServerAddress>().Listening();

    public static Uri ChatPage(IServiceProvider all, IConfiguration settings) => new(Address(all, settings), "/chat");

    /// <summary>Where people read the mails that the shop sent.</summary>
    public static Uri MailboxPage(IServiceProvider all, IConfiguration settings) => new(Address(all, settings), "/simulator/mail");

    public static bool AreElsewhere(IConfiguration settings) => !string.IsNullOrEmpty(settings["Simulator:Url"]);

    /// <exception cref="SettingsException">They are needed, and the settings do not let them run.</exception>
    public static void Check(IConfiguration settings, string needed)
    {
        var options = SettingsException.Reading(() => SimulatorOptions.Read(settings));
        if (options.Enabled == SimulatorReach.Never && !AreElsewhere(settings))
            throw new SettingsException(
                $"Simulator:Enabled is never, and {needed} would be Simulated. Set the keys of the real service, or its mode to "
                + "Off, or Simulator:Url to where the simulators run."
            );
    }
}
