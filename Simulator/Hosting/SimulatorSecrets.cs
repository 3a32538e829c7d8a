using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CommerceBot.Simulator.Hosting;

/// <summary>
/// What the bot and the simulators must both know: made at random once per data folder, kept in <c>simulator.json</c>
/// and read by whoever comes later.
/// </summary>
public sealed record SimulatorSecrets
{
    /// <summary>Its name in the data folder.</summary>
    public const string FileName = "simulator.json";

    /// <summary>32 hexadecimal digits, with which the simulator signs its webhooks.</summary>
    public required string FacebookAppSecret { get; init; }

    /// <summary>24 letters and digits, which the simulator repeats when the webhook is set up.</summary>
    public required string FacebookVerifyToken { get; init; }

    /// <summary>What calls to the simulated Graph carry.</summary>
    public required string FacebookAccessToken { get; init; }

    /// <summary>15 digits, by which the bot tells its own echoes.</summary>
    public required string FacebookAppId { get; init; }

    /// <summary>15 digits: the Page that people write to.</summary>
    public required string FacebookPageId { get; init; }

    /// <summary>A test key, which calls to the simulated Stripe carry.</summary>
    public required string StripeApiKey { get; init; }

    /// <summary>With it the simulator signs Stripe's webhooks.</summary>
    public required string StripeWebhookSecret { get; init; }

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Reads the folder's secrets, or makes them. Of two processes that start together, the first one wins.</summary>
    public static SimulatorSecrets ReadOrCreate(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file))
            Publish(Create(), file);
        return Read(file);
    }

    private static SimulatorSecrets Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<SimulatorSecrets>(File.ReadAllBytes(file), Json)
                ?? throw new JsonException("It holds null.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException(
                $"{file} cannot be read ({wrong.Message}) Delete it and start again: new secrets are made.", wrong);
        }
    }

    /// <summary>Writes a whole file beside the real one, then moves it there unless somebody was faster.</summary>
    private static void Publish(SimulatorSecrets secrets, string file)
    {
        var draft = $"{file}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var ownerOnly = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            ownerOnly.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, ownerOnly))
        {
            JsonSerializer.Serialize(stream, secrets, Json);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            // On Unix a move that must not overwrite looks first and renames then, so two could pass the look; a link cannot.
            if (OperatingSystem.IsWindows())
                File.Move(draft, file, overwrite: false);
            else
                _ = Link(Encoding.UTF8.GetBytes(draft + '\0'), Encoding.UTF8.GetBytes(file + '\0'));
            if (!File.Exists(file))
                throw new IOException($"The simulators' secrets could not be written to {file}.");
        }
        catch (IOException) when (File.Exists(file))
        {
            // Somebody was faster: theirs count.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>link(2): makes the second name for the first's file, and fails when that name is taken.</summary>
    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] from, byte[] to);

    private static SimulatorSecrets Create() => new()
    {
        FacebookAppSecret = RandomNumberGenerator.GetHexString(32, lowercase: true),
        FacebookVerifyToken = Letters(24),
        FacebookAccessToken = "EAA" + Letters(160),
        FacebookAppId = Digits(15),
        FacebookPageId = Digits(15),
        StripeApiKey = "sk_test_" + Letters(32),
        StripeWebhookSecret = "whsec_" + Letters(32),
    };

    private static string Letters(int length) =>
        RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length);

    private static string Digits(int length) =>
        "1" + RandomNumberGenerator.GetString("0123456789", length - 1);
}
