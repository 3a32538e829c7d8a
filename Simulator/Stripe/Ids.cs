using System.Security.Cryptography;

namespace CommerceBot.Simulator.Stripe;

/// <summary>Ids as Stripe writes them: a prefix that names the kind, then letters and digits.</summary>
internal static class Ids
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string New(string prefix, int length = 24) => prefix + RandomNumberGenerator.GetString(Letters, length);
}
