using System.Text.Json;
using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>
/// What Messenger would still know after the simulator was restarted: who its people are, when each last did something,
/// and the Page's profile. Not a word that anybody said.
/// </summary>
internal sealed class Memory(SimulatorOptions options)
{
    private const string FileName = "simulator-messenger.json";
    private readonly Lock gate = new();
    private string? written;

    public Content Read()
    {
        var file = Path.Combine(options.DataFolder, FileName);
        if (!File.Exists(file))
            return new Content();
        try
        {
            return JsonSerializer.Deserialize<Content>(File.ReadAllBytes(file), MessengerJson.Options) ?? new Content();
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException(
                $"{file} cannot be read ({wrong.Message}) Delete it and start again: shoppers are made anew.", wrong);
        }
    }

    public void Write(Content content)
    {
        var text = JsonSerializer.Serialize(content, MessengerJson.Options);
        lock (gate)
        {
            if (text == written)
                return;
            Directory.CreateDirectory(options.DataFolder);
            var file = Path.Combine(options.DataFolder, FileName);
            File.WriteAllText(file + ".new", text);
            File.Move(file + ".new", file, overwrite: true);
            written = text;
        }
    }

    internal sealed record Content
    {
        public IReadOnlyList<Person> Shoppers { get; init; } = [];

        public IReadOnlyList<Persona> Personas { get; init; } = [];

        public Dictionary<string, JsonElement> Profile { get; init; } = [];
    }

    internal sealed record Person(string User, string FirstName, string LastName, string Locale, DateTimeOffset? LastAction)
    {
        /// <summary>The last action is kept by the minute, so that a busy chat does not write a file at each word.</summary>
        public static Person Of(Shopper shopper, DateTimeOffset? lastAction) => new(
            shopper.User,
            shopper.FirstName,
            shopper.LastName,
            shopper.Locale,
            lastAction is { } at ? new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), at.Offset) : null);

        public Shopper ToShopper(string appSecret) => new()
        {
            User = User,
            Psid = Shopper.PsidOf(User, appSecret),
            FirstName = FirstName,
            LastName = LastName,
            Locale = Locale,
        };
    }
}
