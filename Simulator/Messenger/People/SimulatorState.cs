using System.Collections.Concurrent;
using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>The Page and everybody who talks to it.</summary>
internal sealed class SimulatorState
{
    private readonly ConcurrentDictionary<string, Conversation> byUser = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Conversation> byPsid = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> orderNumbers = new(StringComparer.Ordinal);
    private readonly SimulatorSecrets secrets;
    private readonly TimeProvider time;
    private readonly Memory memory;
    private readonly Lock gate = new();

    public SimulatorState(SimulatorOptions options, SimulatorSecrets secrets, TimeProvider time, Memory memory)
    {
        this.secrets = secrets;
        this.time = time;
        this.memory = memory;
        PageName = options.ShopName;
        var remembered = memory.Read();
        if (remembered.Profile is { Count: > 0 } profile)
            Profile.Set(profile);
        Personas.Restore(remembered.Personas);
        Personas.Changed += Remember;
        foreach (var person in remembered.Shoppers)
            Settle(person.ToShopper(PageSecret), person.LastAction);
        Profile.Changed += () =>
        {
            foreach (var conversation in Everybody)
                conversation.TellState();
            Remember();
        };
    }

    public string PageId => secrets.FacebookPageId;

    public string PageName { get; }

    public PageProfile Profile { get; } = new();

    public Personas Personas { get; } = new();

    public IEnumerable<Conversation> Everybody => byUser.Values.OrderBy(c => c.Shopper.User, StringComparer.Ordinal);

    public Conversation? Find(string user) => byUser.GetValueOrDefault(user);

    public Conversation? FindPsid(string psid) => byPsid.GetValueOrDefault(psid);

    /// <summary>Lets a person in, or changes the name or language of one who is there.</summary>
    public Conversation Welcome(string user, string? name, string? locale, string defaultLocale)
    {
        Conversation conversation;
        lock (gate)
        {
            conversation = Find(user) ?? Settle(Person(user, name, locale ?? defaultLocale), lastAction: null);
            var now = conversation.Shopper;
            var wanted = name is null ? now : Person(user, name, now.Locale);
            wanted = wanted with { Locale = locale ?? now.Locale };
            if (wanted != now)
                conversation.Shopper = wanted;
        }

        Remember();
        return conversation;
    }

    /// <summary>A receipt's order number may be used once per Page. False when it was used before.</summary>
    public bool TakeOrderNumber(string number) => orderNumbers.TryAdd(number, 0);

    /// <summary>Writes down who there is (never what was said), so that a restart does not make strangers of them.</summary>
    public void Remember() => memory.Write(new Memory.Content
    {
        Shoppers = [.. Everybody.Select(c => Memory.Person.Of(c.Shopper, c.LastAction))],
        Personas = Personas.All,
        Profile = new Dictionary<string, System.Text.Json.JsonElement>(Profile.All()),
    });

    private string PageSecret => secrets.FacebookAppSecret;

    private Shopper Person(string user, string? name, string locale)
    {
        var words = (name ?? char.ToUpperInvariant(user[0]) + user[1..]).Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        return new Shopper
        {
            User = user,
            Psid = Shopper.PsidOf(user, PageSecret),
            FirstName = words[0],
            LastName = words.Length > 1 ? words[1] : locale.StartsWith("it", StringComparison.Ordinal) ? "Rossi" : "Smith",
            Locale = locale,
        };
    }

    private Conversation Settle(Shopper shopper, DateTimeOffset? lastAction)
    {
        var conversation = new Conversation(shopper, lastAction, c => ChatState.Of(c, this), time);
        byUser[shopper.User] = conversation;
        byPsid[shopper.Psid] = conversation;
        return conversation;
    }
}
