using System.Text.Json;
using CommerceBot.Simulator.Messenger.Limits;
using CommerceBot.Simulator.Messenger.People;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary><c>/me/messenger_profile</c>: the Page's own settings.</summary>
internal sealed class ProfileApi(SimulatorState world, Switches switches, TimeProvider time)
{
    private const int CallsAllowed = 10;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> calls = new();

    public IResult Set(GraphRequest request)
    {
        if (TooMany() is { } limited)
            return GraphAnswer.Of(limited);
        if (ProfileRequest.Check(request.Body, world.Profile.Has("get_started")) is { } wrong)
            return GraphAnswer.Of(wrong);
        world.Profile.Set(request.Body.EnumerateObject()
            .Where(p => ProfileRequest.Fields.Contains(p.Name))
            .Select(p => KeyValuePair.Create(p.Name, p.Value)));
        return GraphAnswer.Of(new { result = "success" });
    }

    public IResult Get(GraphRequest request)
    {
        if (Unknown(request.Query["fields"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries), out var names) is { } wrong)
            return GraphAnswer.Of(wrong);
        var found = world.Profile.All().Where(f => names.Contains(f.Key)).ToDictionary();
        return GraphAnswer.Of(new { data = found.Count is 0 ? Array.Empty<object>() : [found] });
    }

    public IResult Delete(GraphRequest request)
    {
        if (TooMany() is { } limited)
            return GraphAnswer.Of(limited);
        var asked = request.Body.TryGetProperty("fields", out var fields) && fields.ValueKind is JsonValueKind.Array
            ? fields.EnumerateArray().Select(f => f.ToString())
            : request.Query["fields"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (Unknown(asked, out var names) is { } wrong)
            return GraphAnswer.Of(wrong);
        if (names.Contains("get_started") && world.Profile.Has("persistent_menu") && !names.Contains("persistent_menu"))
            return GraphAnswer.Of(GraphError.Bad("Delete the persistent menu before the Get Started button", 2018145));
        world.Profile.Remove(names);
        return GraphAnswer.Of(new { result = "success" });
    }

    private static GraphError? Unknown(IEnumerable<string> asked, out IReadOnlyCollection<string> names)
    {
        names = [.. asked.Select(n => n.Trim())];
        if (names.Count is 0)
            return Shapes.Missing("fields");
        var unknown = names.FirstOrDefault(n => !ProfileRequest.Fields.Contains(n));
        return unknown is null ? null : GraphError.Bad($"Param fields[0] must be one of the profile's fields, not {unknown}");
    }

    private GraphError? TooMany()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (calls.TryPeek(out var oldest) && now - oldest >= Span)
                calls.Dequeue();
            calls.Enqueue(now);
            return switches.Now.LimitProfileCalls && calls.Count > CallsAllowed
                ? new GraphError(613, "(#613) Calls to this api have exceeded the rate limit.")
                : null;
        }
    }
}
