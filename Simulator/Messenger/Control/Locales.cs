using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Messenger.Control;

/// <summary>Languages, as far as the chat page speaks them.</summary>
internal static class Locales
{
    /// <summary>A new shopper's is the browser's.</summary>
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

    /// <summary>What Messenger writes on the Get Started button, and so in the postback of whoever tapped it.</summary>
    public static string GetStarted(string locale) => locale.StartsWith("it", StringComparison.Ordinal) ? "Inizia" : "Get Started";
}
