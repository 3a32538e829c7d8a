using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Messenger.Control;

/// <summary>The language of a new shopper: the browser's, as far as the chat page speaks it.</summary>
internal static class Locales
{
    public static string Of(HttpRequest request)
    {
        var first = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString())
            .FirstOrDefault() ?? "en";
        return first.ToLowerInvariant() switch
        {
            var it when it.StartsWith("it", StringComparison.Ordinal) => "it_IT",
            "en-gb" => "en_GB",
            _ => "en_US",
        };
    }
}
