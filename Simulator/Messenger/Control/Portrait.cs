using System.Globalization;
using System.Net;
using System.Text;
using CommerceBot.Simulator.Messenger.People;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Messenger.Control;

/// <summary>A shopper's picture: an initial on a colour of their own.</summary>
internal static class Portrait
{
    public static IResult Of(Shopper shopper)
    {
        var hue = Encoding.UTF8.GetBytes(shopper.User).Aggregate(7, (sum, b) => (sum * 31 + b) % 360);
        var initial = WebUtility.HtmlEncode(StringInfo.GetNextTextElement(shopper.FirstName).ToUpperInvariant());
        return Results.Text(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
              <rect width="96" height="96" fill="hsl({hue} 55% 42%)"/>
              <text x="48" y="63" font-family="system-ui, sans-serif" font-size="44" font-weight="600" fill="#fff"
                text-anchor="middle">{initial}</text>
            </svg>
            """,
            "image/svg+xml",
            Encoding.UTF8);
    }
}
