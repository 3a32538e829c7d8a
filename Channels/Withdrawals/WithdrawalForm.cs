using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CommerceBot.Orders;
using Microsoft.AspNetCore.WebUtilities;

namespace CommerceBot.Channels.Withdrawals;

/// <summary>What was typed into the page, as it came.</summary>
/// <param name="Token">Shows that the page of this shop was there before, and names the form.</param>
public sealed partial record WithdrawalForm(string Number, string Email, string Name, string Token)
{
    internal const int MostBytes = 8 * 1024;
    private const int Longest = 254;
    private const int MostFields = 8;

    /// <summary>Nothing typed.</summary>
    public static WithdrawalForm Empty { get; } = new("", "", "", "");

    /// <summary>Whether it can be a declaration: an order's number as people write one, a name, an e-mail address.</summary>
    public bool IsFilledIn => Fault is null;

    /// <summary>The field that is wrong; null when none is.</summary>
    public string? Fault =>
        !NumberSigns().IsMatch(Number) ? "number"
        : !EmailSigns().IsMatch(Email) ? "email"
        : !NameSigns().IsMatch(Name) ? "name"
        : null;

    /// <summary>Null when it is larger than it may be, or no form.</summary>
    internal static async Task<WithdrawalForm?> ReadAsync(HttpRequest request)
    {
        if (await RequestBody.ReadAsync(request, MostBytes) is not { } body)
            return null;
        try
        {
            var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueCountLimit = MostFields, ValueLengthLimit = Longest };
            var fields = await reader.ReadFormAsync(request.HttpContext.RequestAborted);
            return new WithdrawalForm(Of("number"), Of("email"), Of("name"), Of("token"));

            string Of(string field) => fields.TryGetValue(field, out var values) ? values.ToString().Trim() : "";
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // These three go into a mail to an address that nobody has checked: no links, no lines of their own.
    [GeneratedRegex(@"^[A-Za-z0-9# _-]{3,24}$")]
    private static partial Regex NumberSigns();

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}$")]
    private static partial Regex EmailSigns();

    [GeneratedRegex(@"^[\p{L}\p{M}](?:[\p{L}\p{M} '\u2019-]|\.(?= |$)){1,79}$")]
    private static partial Regex NameSigns();
}

/// <summary>Tokens of forms: each names one form that this process showed within the last hours. No cookie is set.</summary>
internal sealed class FormTokens(TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(2);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string New() => Signed($"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}.{time.GetUtcNow().ToUnixTimeSeconds()}");

    /// <summary>The form's id; null for a token that is not ours, or too old.</summary>
    public string? Read(string token)
    {
        if (token.Split('.') is not [var id, var at, _] || !long.TryParse(at, out var seconds)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Signed($"{id}.{at}")), Encoding.UTF8.GetBytes(token)))
            return null;
        return time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) <= GoodFor ? id : null;
    }

    private string Signed(string text) => $"{text}.{Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)))}";
}
