using System.Security.Claims;
using System.Security.Principal;
using System.Text.Json;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Messenger;

/// <summary>
/// Learns a person's first name and language from Messenger at the first contact. What a person says or taps first waits
/// for it, two seconds at most, so that the first reply is in their language; nothing later waits, and every later
/// activity carries what is known in From.Name and Locale, as other channels do.
/// </summary>
internal sealed class FirstContact(ConversationState conversations, TimeProvider time) : Microsoft.Bot.Builder.IMiddleware
{
    private const string Answered = "messenger/profile";
    private const string Late = "messenger/profile-late";
    private const string TimerName = "messenger-profile";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IStatePropertyAccessor<Person> _people = conversations.CreateProperty<Person>("messengerPerson");

    /// <summary>The answer of a profile call: what Graph said, and what waits for it (or nothing).</summary>
    public static Activity ProfileAnswer(string profile, ReadOnlyMemory<byte> waiting) => new()
    {
        Type = ActivityTypes.Event,
        Name = Answered,
        Value = JsonSerializer.SerializeToElement(new Learned(JsonElement.Parse(profile), Parse(waiting))),
    };

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var person = await _people.GetAsync(turnContext, () => new Person(), cancellationToken);
        if (IsOurs(turnContext) && turnContext.Activity is { Type: ActivityTypes.Event, Name: Answered or Late })
        {
            await LearnAsync(turnContext, person, next, cancellationToken);
            return;
        }

        Introduce(turnContext.Activity, person);
        if (person.Asked || turnContext.Activity.Type != ActivityTypes.Message)
        {
            await next(cancellationToken);
            return;
        }

        person.Asked = true;
        Ask(turnContext, person);
    }

    private void Ask(ITurnContext turnContext, Person person)
    {
        var first = SchemaJson.Write(turnContext.Activity);
        turnContext.TurnState.Get<ITurnCalls>().Call(MessengerCarrier.Profile, turnContext.Activity.From.Id, first);
        person.Waiting = true;
        var late = new Activity { Type = ActivityTypes.Event, Name = Late, Value = JsonSerializer.SerializeToElement(new Learned(null, Parse(first))) };
        turnContext.TurnState.Get<ITurnTimers>().Set(TimerName, time.GetUtcNow() + Patience, late);
    }

    /// <summary>Whichever comes first, the profile or the end of patience, lets what waits go on; the other only adds what it knows.</summary>
    private static async Task LearnAsync(ITurnContext turnContext, Person person, NextDelegate next, CancellationToken cancellationToken)
    {
        var learned = ((JsonElement)turnContext.Activity.Value!).Deserialize<Learned>()!;
        person.FirstName = Text(learned.Profile, "first_name") ?? person.FirstName;
        person.Locale = Text(learned.Profile, "locale") ?? person.Locale;
        if (!person.Waiting || learned.First is not { } first)
            return;
        person.Waiting = false;
        if (learned.Profile is not null)
            turnContext.TurnState.Get<ITurnTimers>().Cancel(TimerName);
        Resume(turnContext, SchemaJson.ReadActivity(JsonSerializer.SerializeToUtf8Bytes(first))!);
        Introduce(turnContext.Activity, person);
        await next(cancellationToken);
    }

    /// <summary>Puts what was said first back in place; somebody outside sent it.</summary>
    private static void Resume(ITurnContext turnContext, Activity first)
    {
        turnContext.Activity.Type = first.Type;
        turnContext.Activity.Name = first.Name;
        turnContext.Activity.Id = first.Id;
        turnContext.Activity.Text = first.Text;
        turnContext.Activity.Value = first.Value;
        turnContext.Activity.Attachments = first.Attachments;
        turnContext.Activity.Entities = first.Entities;
        turnContext.Activity.ReplyToId = first.ReplyToId;
        turnContext.Activity.ChannelData = first.ChannelData;
        turnContext.Activity.Timestamp = first.Timestamp;
        (turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as TurnIdentity)?.SpeakForOutside();
    }

    private static void Introduce(Activity activity, Person person)
    {
        if (activity.From is not null && person.FirstName is not null)
            activity.From.Name = person.FirstName;
        activity.Locale ??= person.Locale?.Replace('_', '-');
    }

    private static bool IsOurs(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) is ClaimsIdentity identity
        && identity.FindFirst(TurnIdentity.Origin)?.Value is "answer" or "timer";

    private static JsonElement? Parse(ReadOnlyMemory<byte> json) => json.IsEmpty ? null : JsonElement.Parse(json.Span);

    private static string? Text(JsonElement? profile, string name) =>
        profile is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private sealed record Learned(JsonElement? Profile, JsonElement? First);

    /// <summary>What Messenger told about a person.</summary>
    internal sealed class Person
    {
        /// <summary>Whether the profile was asked for.</summary>
        public bool Asked { get; set; }

        /// <summary>Whether what was said first waits for the answer.</summary>
        public bool Waiting { get; set; }

        public string? FirstName { get; set; }

        /// <summary>Such as <c>it_IT</c>.</summary>
        public string? Locale { get; set; }
    }
}
