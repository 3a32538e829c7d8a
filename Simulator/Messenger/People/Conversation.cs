using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>One shopper's chat with the Page: what was said, and who is watching. Lives in memory only.</summary>
internal sealed class Conversation
{
    /// <summary>Tells this life of the program from the last one: an event id of another epoch is not ours.</summary>
    public static readonly string Epoch = RandomNumberGenerator.GetHexString(8, lowercase: true);

    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private readonly Watchers watchers = new();
    private readonly TypingDots dots;
    private readonly TimeProvider time;
    private readonly Func<Conversation, object> describe;
    private Shopper shopper;
    private DateTimeOffset? lastAction;

    public Conversation(Shopper shopper, DateTimeOffset? lastAction, Func<Conversation, object> describe, TimeProvider time)
    {
        this.shopper = shopper;
        this.lastAction = lastAction;
        this.describe = describe;
        this.time = time;
        dots = new TypingDots(time, () => Tell(Update.Of("typing", new { on = dots!.AreShown })));
    }

    public Shopper Shopper
    {
        get
        {
            lock (gate)
                return shopper;
        }

        set
        {
            lock (gate)
                shopper = value;
            TellState();
        }
    }

    public bool IsTyping => dots.AreShown;

    /// <summary>When the shopper last did something that opens the window, or null.</summary>
    public DateTimeOffset? LastAction
    {
        get
        {
            lock (gate)
                return lastAction;
        }
    }

    /// <summary>The bot may speak only within 24 hours of the shopper's last action.</summary>
    public bool WindowIsOpen => LastAction is { } last && time.GetUtcNow() - last < Window;

    public IReadOnlyList<Entry> EntriesAfter(long seq)
    {
        lock (gate)
            return [.. entries.Where(e => e.Seq > seq)];
    }

    /// <summary>Moves the shopper's last action, to try what happens when the window closes.</summary>
    public void PretendLastAction(DateTimeOffset when)
    {
        lock (gate)
            lastAction = when;
    }

    public Entry AddFromShopper(EntryKind kind, string text, string? payload) => Add(seq => new Entry
    {
        Seq = seq,
        Mid = Mids.New(),
        From = Side.Shopper,
        Kind = kind,
        At = time.GetUtcNow().ToUnixTimeMilliseconds(),
        Text = text,
        Payload = payload,
    });

    public Entry AddFromPage(JsonElement message, string? messagingType, Persona? persona = null)
    {
        dots.Hide();
        return Add(seq => new Entry
        {
            Seq = seq,
            Mid = Mids.New(),
            From = Side.Page,
            Kind = EntryKind.Message,
            At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Text = message.TryGetProperty("text", out var text) ? text.GetString() : null,
            Message = message.Clone(),
            MessagingType = messagingType,
            Persona = persona,
        });
    }

    /// <summary>Puts the page's reaction on something that the shopper said, or takes it away.</summary>
    /// <returns>False when the shopper said nothing with this id.</returns>
    public bool React(string mid, string? emoji)
    {
        lock (gate)
        {
            var place = entries.FindIndex(e => e.Mid == mid && e.From is Side.Shopper);
            if (place < 0)
                return false;
            entries[place] = entries[place] with { Reaction = emoji };
            watchers.Tell(Update.Of("reaction", new { mid, reaction = emoji }));
            return true;
        }
    }

    /// <summary>The shopper did something elsewhere than in this page that opens the window.</summary>
    public void NoteAction(DateTimeOffset when)
    {
        lock (gate)
        {
            if (lastAction is null || lastAction < when)
                lastAction = when;
        }
    }

    public void ShowTyping() => dots.Show();

    public void HideTyping() => dots.Hide();

    /// <summary>The Page has read everything up to now.</summary>
    public void MarkSeen() => Tell(Update.Of("seen", new { until = time.GetUtcNow().ToUnixTimeMilliseconds() }));

    /// <summary>Whether the bot's server took (or has not yet taken) what the shopper did.</summary>
    public void TellDelivery(string mid, bool taken) => Tell(Update.Of("delivery", new { mid, taken }));

    public void TellState() => Tell(Update.Of("state", describe(this)));

    /// <summary>Everything after an entry, then whatever happens, until the page goes away.</summary>
    public async IAsyncEnumerable<Update> WatchAsync(
        long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Open(after);
        try
        {
            await foreach (var update in channel.Reader.ReadAllAsync(cancellationToken))
                yield return update;
        }
        finally
        {
            lock (gate)
                watchers.Remove(channel);
        }
    }

    private Channel<Update> Open(long after)
    {
        var state = Update.Of("state", describe(this));
        lock (gate)
        {
            var missed = entries.Where(e => e.Seq > after).Select(EntryUpdate);
            return watchers.Add([state, .. missed, Update.Of("typing", new { on = dots.AreShown })]);
        }
    }

    private Entry Add(Func<long, Entry> create)
    {
        lock (gate)
        {
            var entry = create(entries.Count + 1);
            entries.Add(entry);
            if (entry.From is Side.Shopper)
                lastAction = time.GetUtcNow();
            watchers.Tell(EntryUpdate(entry));
            return entry;
        }
    }

    private static Update EntryUpdate(Entry entry) => Update.Of("entry", entry, $"{Epoch}.{entry.Seq}");

    private void Tell(Update update)
    {
        lock (gate)
            watchers.Tell(update);
    }
}
