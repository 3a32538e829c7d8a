using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Desk.Access;

/// <summary>
/// What the script of the pages asks for while a person touches their key: the options of a ceremony. What the key answers is sent
/// with a form, like everything else. The ceremony itself lives in a cookie of Identity's, good once.
/// </summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/desk/passkey/request", RequestAsync);
        endpoints.MapPost("/desk/passkey/create", CreateAsync).RequireAuthorization(DeskPolicies.SignedIn);
    }

    /// <summary>The same for everybody: options that named somebody's keys would tell who has an account.</summary>
    private static async Task<IResult> RequestAsync(HttpContext http, DeskSignIn signIn, IAntiforgery forms, SignInAttempts attempts)
    {
        if (!await forms.IsRequestValidAsync(http))
            return Results.BadRequest();
        if (!attempts.TryCount(http.Connection.RemoteIpAddress))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        return Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
    }

    private static async Task<IResult> CreateAsync(
        HttpContext http, DeskSignIn signIn, UserManager<DeskUser> users, IAntiforgery forms, TimeProvider time)
    {
        if (!await forms.IsRequestValidAsync(http))
            return Results.BadRequest();
        // Who is signed in and left the screen alone must not be given a key by the next one who sits down.
        if (!http.User.IsFresh(time.GetUtcNow()) || await users.GetUserAsync(http.User) is not { } user)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var person = new PasskeyUserEntity { Id = user.Id, Name = user.Email, DisplayName = user.Name };
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(person), "application/json");
    }
}
