using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// The control API of what comes back: <c>POST bounces</c> lets the newest mail to an address come back, <c>POST returned</c> puts any
/// bytes into the mailbox, <c>GET returned</c> lists what lies there.
/// </summary>
internal static class BounceControl
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static void MapBounceControl(this IEndpointRouteBuilder app, Mailbox mailbox, ReturnedMails returned, TimeProvider time)
    {
        app.MapPost($"{MailSimulator.Root}/bounces", (HttpRequest request) => BounceAsync(request, mailbox, returned, time));
        app.MapPost($"{MailSimulator.Root}/returned", (HttpRequest request) => PutAsync(request, returned));
        app.MapGet($"{MailSimulator.Root}/returned", () => Results.Json(
            returned.All.Select(mail => new { mail.Id, mail.Seen, bytes = mail.Raw.Length }), Json));
    }

    private static async Task<IResult> BounceAsync(HttpRequest request, Mailbox mailbox, ReturnedMails returned, TimeProvider time)
    {
        BounceRequest wanted;
        try
        {
            wanted = await JsonSerializer.DeserializeAsync<BounceRequest>(request.Body, Json, request.HttpContext.RequestAborted)
                ?? throw new JsonException("null bounces nothing.");
            if (string.IsNullOrEmpty(wanted.Recipient))
                throw new JsonException("recipient is missing.");
        }
        catch (JsonException wrong)
        {
            return Results.Text($"This is no way for a mail to come back: {wrong.Message}", statusCode: StatusCodes.Status400BadRequest);
        }

        if (mailbox.All.FirstOrDefault(one => one.To.Contains(wanted.Recipient, StringComparer.OrdinalIgnoreCase)) is not { } mail)
            return Results.Text($"No mail went to {wanted.Recipient}.", statusCode: StatusCodes.Status404NotFound);
        var id = returned.Add(BounceReport.Write(mail, wanted, time.GetUtcNow()));
        return Results.Json(new { id, messageId = mail.Message.MessageId }, Json);
    }

    private static async Task<IResult> PutAsync(HttpRequest request, ReturnedMails returned)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return Results.Json(new { id = returned.Add(bytes.ToArray()) }, Json);
    }
}
