using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>Stripe's lists: newest first, cut by a cursor, with word of whether more follow.</summary>
internal static class Page
{
    private const int UsualLimit = 10;

    /// <summary>A short list, whole.</summary>
    public static JsonObject Of(IEnumerable<JsonObject> items, string url, bool hasMore = false) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. items]),
        ["has_more"] = hasMore,
        ["url"] = url,
    };

    public static JsonObject Of<T>(
        Call call, LedgerIndex<T> category, string url, Func<T, long> createdAt, Func<T, bool> wanted, Func<T, JsonObject> shape)
        where T : class
    {
        var found = category.All.Reverse().Where(thing => IsWithin(call.Asked.At("created"), createdAt(thing)) && wanted(thing)).ToList();
        return Cut(call.Asked, found, category.IdOf, url, shape);
    }

    public static JsonObject Cut<T>(JsonElement asked, List<T> found, Func<T, string> idOf, string url, Func<T, JsonObject> shape)
    {
        var limit = (int)(asked.Whole("limit") ?? UsualLimit);
        if (asked.Text("ending_before") is { } before)
        {
            var end = PlaceOf(found, idOf, before, "ending_before");
            var start = Math.Max(0, end - limit);
            return Of(found[start..end].Select(shape), url, start > 0);
        }
        var from = asked.Text("starting_after") is { } after ? PlaceOf(found, idOf, after, "starting_after") + 1 : 0;
        return Of(found.Skip(from).Take(limit).Select(shape), url, found.Count > from + limit);
    }

    private static int PlaceOf<T>(List<T> found, Func<T, string> idOf, string id, string param)
    {
        var place = found.FindIndex(thing => idOf(thing) == id);
        return place >= 0 ? place : throw StripeRefusal.Invalid($"No such object: '{id}'", param, "resource_missing");
    }

    private static bool IsWithin(JsonElement? created, long at) => created switch
    {
        null => true,
        { ValueKind: JsonValueKind.Number } exact => exact.GetInt64() == at,
        { } range => !(at <= range.Whole("gt")) && !(at < range.Whole("gte")) && !(at >= range.Whole("lt")) && !(at > range.Whole("lte")),
    };
}
