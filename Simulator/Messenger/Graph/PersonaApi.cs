using System.Text.Json;
using CommerceBot.Simulator.Messenger.Limits;
using CommerceBot.Simulator.Messenger.People;
using Microsoft.AspNetCore.Http;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary><c>/me/personas</c> and <c>/{persona}</c>: names and faces under which the Page speaks.</summary>
internal sealed class PersonaApi(SimulatorState world)
{
    /// <summary>The address of the picture is never fetched here.</summary>
    private static readonly Shape Body = Object(
        Must("name", Text(50)),
        Must("profile_picture_url", Values.WebAddress),
        May("access_token", Text()),
        May("appsecret_proof", Text()));

    public IResult Create(GraphRequest request)
    {
        if (request.Body.ValueKind is not JsonValueKind.Object)
            return GraphAnswer.Of(GraphError.Bad("The body must be a JSON object"));
        if (Body(request.Body, "") is { } wrong)
            return GraphAnswer.Of(wrong);
        var persona = world.Personas.Add(
            request.Body.GetProperty("name").GetString()!, request.Body.GetProperty("profile_picture_url").GetString()!);
        return GraphAnswer.Of(new { id = persona.Id });
    }

    public IResult List()
    {
        var all = world.Personas.All;
        return all.Count is 0
            ? GraphAnswer.Of(new { data = Array.Empty<object>() })
            : GraphAnswer.Of(new { data = all.Select(Show), paging = new { cursors = new { before = all[0].Id, after = all[^1].Id } } });
    }

    /// <summary>The persona with this id, or null when the id is of something else.</summary>
    public IResult? Find(string id) => world.Personas.Find(id) is { } persona ? GraphAnswer.Of(Show(persona)) : null;

    public IResult Delete(string id) =>
        world.Personas.Remove(id) ? GraphAnswer.Of(new { success = true }) : GraphAnswer.Of(GraphError.Unsupported("delete", id));

    private static Dictionary<string, string> Show(Persona persona) => new()
    {
        ["name"] = persona.Name,
        ["profile_picture_url"] = persona.Picture,
        ["id"] = persona.Id,
    };
}
