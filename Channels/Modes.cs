using Microsoft.Extensions.Configuration;

namespace CommerceBot.Channels;

/// <summary>How one outside service is reached.</summary>
public enum Mode
{
    /// <summary>Real when its keys are there, else the simulator, else off.</summary>
    Auto,

    /// <summary>Neither reached nor simulated: its endpoints and calls do not exist.</summary>
    Off,

    /// <summary>A simulator in this process stands for it; never beside a live Stripe key.</summary>
    Simulated,

    /// <summary>The service itself, with the keys of the settings.</summary>
    Real,
}

/// <summary>What every outside service is in this run, decided once from the settings.</summary>
/// <param name="Messenger">Off, Simulated or Real.</param>
/// <param name="Stripe">Off, Simulated or Real.</param>
/// <param name="Connector">Off, or Real: loopback callers only while there is no app id.</param>
/// <param name="Email">Off, Simulated or Real.</param>
/// <param name="IsLive">Whether a live Stripe key is used: real money moves.</param>
public sealed record Modes(Mode Messenger, Mode Stripe, Mode Connector, Mode Email, bool IsLive)
{
    private static readonly string[] MessengerKeys = ["FacebookVerifyToken", "FacebookAppSecret", "FacebookAccessToken"];
    private static readonly string[] StripeKeys = ["Stripe:ApiKey", "Stripe:WebhookSecret"];
    private static readonly string[] EmailKeys = ["Smtp:Host"];
    private static readonly string[] ConnectorKeys = ["MicrosoftAppId", "MicrosoftAppPassword"];

    /// <summary>Whether any simulator has to run.</summary>
    public bool NeedsSimulator => Messenger == Mode.Simulated || Stripe == Mode.Simulated || Email == Mode.Simulated;

    /// <summary>What the data folder is stamped with, so that test orders and real ones never meet.</summary>
    public string Stamp => IsLive ? "live" : Messenger == Mode.Real || Stripe == Mode.Real ? "test" : "simulated";

    /// <exception cref="SettingsException">The settings contradict each other, or some of a service's keys are missing.</exception>
    public static Modes Decide(IConfiguration settings)
    {
        var live = HasLiveKey(settings);
        var messenger = Ask(settings, "Messenger", MessengerKeys);
        var stripe = Ask(settings, "Stripe", StripeKeys);
        var email = Ask(settings, "Email", EmailKeys);
        var liveSomewhere = messenger == Mode.Real || (stripe == Mode.Real && live);
        var modes = new Modes(
            Settle(messenger, liveSomewhere),
            Settle(stripe, liveSomewhere),
            ConnectorMode(settings, messenger),
            Settle(email, liveSomewhere),
            stripe == Mode.Real && live);
        return modes.Checked(live, settings);
    }

    private Modes Checked(bool liveKey, IConfiguration settings)
    {
        if (Messenger == Mode.Real && Stripe == Mode.Off)
            throw new SettingsException(
                "Messenger is Real and Stripe is Off: shoppers could not pay. Set Stripe:ApiKey and Stripe:WebhookSecret, or "
                + "Messenger:Mode to Off."
            );
        if (Messenger == Mode.Real && string.IsNullOrWhiteSpace(settings["Shop:BaseUrl"]))
            throw new SettingsException(
                "Messenger is Real and Shop:BaseUrl is missing: links in the chat would lead nowhere. Add \"Shop\": { \"BaseUrl\": "
                + "\"https://shop.example\" } to appsettings.json."
            );
        if (liveKey && NeedsSimulator)
            throw new SettingsException(
                $"A live Stripe key is set, and a simulator never runs beside one: {Simulated()} would be. "
                + "Set that to Off or Real, or use a test key."
            );
        if (IsLive)
            SellerIdentity.Check(settings);
        if (NeedsSimulator)
            SimulatorSettings.Check(settings, Simulated());
        return this;
    }

    private string Simulated() =>
        string.Join(
            " and ", new[] { ("Messenger:Mode", Messenger), ("Stripe:Mode", Stripe), ("Email:Mode", Email) }
                .Where(each => each.Item2 == Mode.Simulated)
                .Select(each => each.Item1));

    /// <summary>A key that does not say "test" is taken for a live one: a stranger kind of key must never meet a simulator.</summary>
    /// <exception cref="SettingsException">It is the key for browsers, which may do nothing that a shop needs.</exception>
    private static bool HasLiveKey(IConfiguration settings)
    {
        if (settings["Stripe:ApiKey"]?.Trim() is not { Length: > 0 } key)
            return false;
        if (key.StartsWith("pk_", StringComparison.Ordinal))
            throw new SettingsException(
                "Stripe:ApiKey is a publishable key (pk_...). Write the secret key (sk_...) or a restricted one (rk_...).");
        return !key.StartsWith("sk_test_", StringComparison.Ordinal) && !key.StartsWith("rk_test_", StringComparison.Ordinal);
    }

    private static Mode Settle(Mode mode, bool liveSomewhere) => mode == Mode.Auto ? (liveSomewhere ? Mode.Off : Mode.Simulated) : mode;

    /// <summary>The mode that was asked for; Auto becomes Real when all keys are there, and stays Auto when none is.</summary>
    private static Mode Ask(IConfiguration settings, string service, string[] keys)
    {
        var asked = Read(settings, service);
        var missing = keys.Where(key => string.IsNullOrWhiteSpace(settings[key])).ToArray();
        if (asked is Mode.Off or Mode.Simulated || (asked == Mode.Auto && missing.Length == keys.Length))
            return asked;
        return missing.Length == 0
            ? Mode.Real
            : throw new SettingsException(
                $"{service} is {(asked == Mode.Real ? "Real" : "partly set up")}, but {string.Join(" and ", missing)} "
                + $"{(missing.Length == 1 ? "is" : "are")} missing. "
                + $"Add {(missing.Length == 1 ? "it" : "them")} to appsettings.json or the environment, or set {service}:Mode to Off.");
    }

    private static Mode ConnectorMode(IConfiguration settings, Mode messenger)
    {
        var asked = Read(settings, "Connector");
        if (asked == Mode.Simulated)
            throw new SettingsException(
                "Connector:Mode is Simulated, and the Connector has no simulator: the Bot Framework Emulator itself is one. "
                + "Use Auto, Off or Real."
            );
        if (ConnectorKeys.FirstOrDefault(key => !string.IsNullOrWhiteSpace(settings[key])) is { } set)
            throw new SettingsException(
                $"{set} is set, and this version cannot yet check the Connector's tokens: it would have to trust anybody. Remove it.");
        if (asked == Mode.Real)
            throw new SettingsException(
                "Connector:Mode is Real without MicrosoftAppId. Use Auto: without an app id only callers on this machine are answered.");
        return asked == Mode.Off || messenger == Mode.Real ? Mode.Off : Mode.Real;
    }

    private static Mode Read(IConfiguration settings, string service) =>
        settings[$"{service}:Mode"] is not { Length: > 0 } text ? Mode.Auto
        : Enum.TryParse<Mode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode
        : throw new SettingsException($"{service}:Mode is '{text}'. Use Auto, Off, Simulated or Real.");
}
