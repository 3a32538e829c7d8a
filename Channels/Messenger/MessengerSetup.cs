using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Runtime.Redaction;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Messenger;

/// <summary>Writes the Page's Messenger profile: get started, greeting, persistent menu, ice breakers.</summary>
internal sealed class MessengerSetup(
    MessengerChannel channel, MessengerProfile profile, GraphAccessCheck access, ILogger<MessengerSetup> log)
{
    /// <summary>Null when it is written, else what Graph said against it.</summary>
    public async Task<string?> WriteAsync(CancellationToken cancellationToken)
    {
        var answer = await channel.Graph.SetMessengerProfileAsync(Json(profile), cancellationToken: cancellationToken);
        access.Note(answer);
        if (answer.Succeeded)
        {
            log.MessengerProfileWritten();
            return null;
        }

        var reason = $"{answer.Class}: {answer.ErrorMessage}";
        log.MessengerProfileFailed(LogText.Of(reason));
        return reason;
    }

    internal static string Json(MessengerProfile profile) =>
        new JsonObject
        {
            ["get_started"] = new JsonObject { ["payload"] = profile.GetStartedPayload },
            ["greeting"] = Each(profile, texts => new JsonObject { ["text"] = texts.Greeting }),
            ["persistent_menu"] = Each(
                profile,
                texts => new JsonObject
                {
                    ["composer_input_disabled"] = false,
                    ["call_to_actions"] = new JsonArray([.. texts.Menu.Select(MenuJson)]),
                }
            ),
            ["ice_breakers"] = Each(
                profile,
                texts => new JsonObject
                {
                    ["call_to_actions"] = new JsonArray([
                        .. texts.IceBreakers.Select(item =>
                            (JsonNode)new JsonObject { ["question"] = item.Title, ["payload"] = item.Payload }
                        ),
                    ]),
                }
            ),
        }.ToJsonString(JsonSerializerOptions.Web);

    /// <summary>One entry a locale, and one more for everybody else, which Messenger insists on.</summary>
    private static JsonArray Each(MessengerProfile profile, Func<MessengerTexts, JsonObject> make) =>
        [
            .. profile
                .Languages.Where(texts => texts.ForOthers)
                .Select(texts => (Locale: "default", Texts: texts))
                .Concat(profile.Languages.SelectMany(texts => texts.Locales.Select(locale => (Locale: locale, Texts: texts))))
                .Select(each =>
                {
                    var entry = make(each.Texts);
                    entry["locale"] = each.Locale;
                    return (JsonNode)entry;
                }),
        ];

    private static JsonNode MenuJson(MenuItem item) =>
        item.Url is { } url
            ? new JsonObject
            {
                ["type"] = "web_url",
                ["title"] = item.Title,
                ["url"] = url.AbsoluteUri,
            }
            : new JsonObject
            {
                ["type"] = "postback",
                ["title"] = item.Title,
                ["payload"] = item.Payload,
            };
}
