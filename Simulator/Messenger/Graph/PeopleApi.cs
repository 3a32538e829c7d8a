using CommerceBot.Simulator.Messenger.People;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary><c>GET /{id}</c>: a person's profile, or the Page's few facts.</summary>
internal sealed class PeopleApi(SimulatorState world, Switches switches, TimeProvider time)
{
    public async Task<IResult> ReadAsync(string id, GraphRequest request, Uri simulator, CancellationToken cancellationToken)
    {
        var fields = request.Query["fields"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (id is "me" || id == world.PageId)
            return Choose(new() { ["id"] = world.PageId, ["name"] = world.PageName }, fields, ["id", "name"]);
        if (world.FindPsid(id)?.Shopper is not { } shopper)
            return GraphAnswer.Of(GraphError.Unknown(id));

        var now = switches.Now;
        if (now.ProfileDelayMilliseconds > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(now.ProfileDelayMilliseconds), time, cancellationToken);
        return now.Profile switch
        {
            ProfileMode.Empty => GraphAnswer.Of(new { }),
            ProfileMode.Unavailable => GraphAnswer.Of(GraphError.NoProfile),
            _ => Choose(Facts(shopper, simulator), fields, ["first_name", "last_name", "profile_pic", "id"]),
        };
    }

    private static Dictionary<string, object> Facts(Shopper shopper, Uri simulator) => new()
    {
        ["id"] = shopper.Psid,
        ["name"] = shopper.Name,
        ["first_name"] = shopper.FirstName,
        ["last_name"] = shopper.LastName,
        ["profile_pic"] = new Uri(simulator, $"/simulator/messenger/shoppers/{shopper.User}/picture.svg").AbsoluteUri,
        ["locale"] = shopper.Locale,
        ["timezone"] = shopper.IsItalian ? 1 : 0,
        ["gender"] = "",
    };

    private static IResult Choose(Dictionary<string, object> facts, string[] asked, string[] usual)
    {
        var names = asked.Length > 0 ? asked.Select(n => n.Trim()).Append("id").Distinct().ToList() : [.. usual];
        var unknown = names.FirstOrDefault(n => !facts.ContainsKey(n));
        return unknown is not null
            ? GraphAnswer.Of(GraphError.Bad($"Tried accessing nonexisting field ({unknown})"))
            : GraphAnswer.Of(names.Where(n => facts[n] is not "").ToDictionary(n => n, n => facts[n]));
    }
}
