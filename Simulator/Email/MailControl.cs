using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// The control API: <c>PUT control</c> says what goes wrong, <c>DELETE control</c> sets it back, <c>GET messages</c> shows what came
/// last, <c>GET envelopes</c> the Message-Ids of all that came, <c>DELETE messages</c> empties the mailbox.
/// </summary>
internal static class MailControl
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static void MapMailControl(this IEndpointRouteBuilder app, MailFaults faults, Mailbox mailbox)
    {
        app.MapGet($"{MailSimulator.Root}/control", () => Results.Json(faults.Settings, Json));
        app.MapPut($"{MailSimulator.Root}/control", (HttpRequest request) => SetAsync(request, faults));
        app.MapDelete($"{MailSimulator.Root}/control", () =>
        {
            faults.Settings = new MailSettings();
            return Results.NoContent();
        });
        app.MapGet($"{MailSimulator.Root}/messages", () => Results.Json(mailbox.All.Select(Shape), Json));
        app.MapGet($"{MailSimulator.Root}/envelopes", () => Results.Json(mailbox.Envelopes, Json));
        app.MapDelete($"{MailSimulator.Root}/messages", () =>
        {
            mailbox.Empty();
            return Results.NoContent();
        });
    }

    private static async Task<IResult> SetAsync(HttpRequest request, MailFaults faults)
    {
        try
        {
            var wanted = await JsonSerializer.DeserializeAsync<MailSettings>(request.Body, Json, request.HttpContext.RequestAborted)
                ?? throw new JsonException("null sets nothing.");
            if (wanted.Times < 1)
                throw new JsonException("times is 1 or more.");
            faults.Settings = wanted;
            return Results.Json(wanted, Json);
        }
        catch (JsonException wrong)
        {
            return Results.Text($"These are no settings of the simulator: {wrong.Message}", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static object Shape(ReceivedMail mail) => new
    {
        mail.Id,
        mail.At,
        envelopeFrom = mail.From,
        mail.To,
        from = mail.Message.From.ToString(),
        subject = mail.Message.Subject,
        messageId = mail.Message.MessageId,
        text = mail.Message.TextBody,
        html = mail.Message.HtmlBody,
        bytes = mail.Raw.Length,
        headers = mail.Message.Headers.Select(header => $"{header.Field}: {header.Value}"),
    };
}
