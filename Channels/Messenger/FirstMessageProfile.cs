using System.Globalization;
using System.Security.Claims;
using System.Security.Principal;
using System.Text;
using System.Text.Json;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Redaction;
using CommerceBot.Runtime.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Messenger;

/// <summary>
/// Learns a person's first name and language from Messenger at the first contact. What a person says or taps first waits
/// for it, two seconds at most, so that the first reply is in their language, and what they say meanwhile waits behind it;
/// nothing later does. Every activity then carries what is known in From.Name and Locale, as other channels do.
/// </summary>
/// <remarks>
/// What waited comes back as rows of its own, one turn each: the turn that lets it go runs no bot, so that a bot that
/// fails takes nothing with it.
/// </remarks>
internal sealed class FirstMessageProfile(ConversationState conversations, TimeProvider time) : Microsoft.Bot.Builder.IMiddleware
{
    private const string Answered = "messenger/profile";
    private const string Late = "messenger/profile-late";
    private const string Held = "messenger/held";
    private const string LateTimer = "messenger-profile";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IStatePropertyAccessor<UserProfile> _people = conversations.CreateProperty<UserProfile>("messengerPerson");

    /// <summary>The answer of a profile call: what Graph said.</summary>
    public static Activity ProfileAnswer(string profile) =>
        new()
        {
            Type = ActivityTypes.Event,
            Name = Answered,
            Value = JsonElement.Parse(profile),
        };

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var person = await _people.GetAsync(turnContext, () => new UserProfile(), cancellationToken);
        if (IsOurs(turnContext) && turnContext.Activity is { Type: ActivityTypes.Event, Name: Answered or Late or Held })
        {
            if (!Learn(turnContext, person))
                return;
        }
        else if (turnContext.Activity.Type == ActivityTypes.Message && HasToWait(turnContext, person))
        {
            return;
        }

        Introduce(turnContext.Activity, person);
        await next(cancellationToken);
    }

    private bool HasToWait(ITurnContext turnContext, UserProfile person)
    {
        var now = time.GetUtcNow();
        if (!person.Asked)
            Ask(turnContext, person, now);
        if (!person.Waiting && (person.Freed == 0 || now >= person.FreedUntil))
            return false;
        person.Held.Add(Encoding.UTF8.GetString(SchemaJson.Write(turnContext.Activity)));
        if (!person.Waiting || now >= person.WaitsUntil)
            Free(turnContext, person);
        return true;
    }

    private static void Ask(ITurnContext turnContext, UserProfile person, DateTimeOffset now)
    {
        person.Asked = person.Waiting = true;
        person.WaitsUntil = now + Patience;
        turnContext.TurnState.Get<ITurnCalls>().Call(MessengerSender.Profile, turnContext.Activity.From.Id, ReadOnlyMemory<byte>.Empty);
        turnContext
            .TurnState.Get<ITurnTimers>()
            .Set(LateTimer, person.WaitsUntil, new Activity { Type = ActivityTypes.Event, Name = Late });
    }

    /// <summary>True when the turn goes on, with what somebody said before.</summary>
    private bool Learn(ITurnContext turnContext, UserProfile person)
    {
        var activity = turnContext.Activity;
        if (activity is { Name: Held, Value: JsonElement held })
        {
            person.Freed = Math.Max(0, person.Freed - 1);
            Resume(turnContext, held.Deserialize<Activity>(SchemaJson.Options)!);
            return true;
        }

        if (activity is { Name: Answered, Value: JsonElement profile })
        {
            person.FirstName = Text(profile, "first_name") ?? person.FirstName;
            person.Locale = Text(profile, "locale") ?? person.Locale;
        }

        // Whichever comes first, the profile or the end of patience, lets go what waits.
        if (person.Waiting)
            Free(turnContext, person);
        return false;
    }

    private void Free(ITurnContext turnContext, UserProfile person)
    {
        var timers = turnContext.TurnState.Get<ITurnTimers>();
        var now = time.GetUtcNow();
        foreach (var held in person.Held)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"messenger-held-{++person.Count:D6}");
            timers.Set(name, now, new Activity { Type = ActivityTypes.Event, Name = Held, Value = JsonElement.Parse(held) });
        }

        person.Freed += person.Held.Count;
        person.FreedUntil = now + Patience;
        person.Held.Clear();
        person.Waiting = false;
        timers.Cancel(LateTimer);
    }

    /// <summary>Puts what was said back in place; somebody outside sent it.</summary>
    private static void Resume(ITurnContext turnContext, Activity said)
    {
        var activity = turnContext.Activity;
        activity.Type = said.Type;
        activity.Name = said.Name;
        activity.Id = said.Id;
        activity.Text = said.Text;
        activity.Value = said.Value;
        activity.Attachments = said.Attachments;
        activity.Entities = said.Entities;
        activity.ReplyToId = said.ReplyToId;
        activity.ChannelData = said.ChannelData;
        activity.Timestamp = said.Timestamp;
        (turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as TurnIdentity)?.SpeakForOutside();
    }

    private static void Introduce(Activity activity, UserProfile person)
    {
        if (activity.From is not null && person.FirstName is not null)
            activity.From.Name = person.FirstName;
        activity.Locale ??= person.Locale?.Replace('_', '-');
    }

    private static bool IsOurs(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) is ClaimsIdentity identity
        && identity.FindFirst(TurnIdentity.Origin)?.Value is "answer" or "timer";

    private static string? Text(JsonElement profile, string name) =>
        profile.ValueKind == JsonValueKind.Object && profile.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: <= InputLimits.Name } text
            ? CardText.Redact(text)
            : null;
}
