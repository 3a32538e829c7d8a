using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// The unguessable part of <c>/thanks/{token}</c> and <c>/unpaid/{token}</c>: an order id and our signature of it. It shows
/// nothing about the
/// shopper and proves no payment; it only tells which order to ask the gateway about.
/// </summary>
public sealed class CheckoutToken
{
    /// <summary>What a signing key has at least: 128 bits.</summary>
    public const int LeastKeyBytes = 16;
    private const int LongestToken = 400;
    private readonly byte[] _key;

    /// <param name="signingKey"><c>Shop:SigningKey</c>, 16 bytes at least.</param>
    public CheckoutToken(string signingKey)
    {
        _key = Encoding.UTF8.GetBytes(signingKey ?? "");
        if (_key.Length < LeastKeyBytes)
            throw new ArgumentException(
                $"Shop:SigningKey has {_key.Length} bytes and needs {LeastKeyBytes}: put \"Shop\": {{ \"SigningKey\": \"<32 random "
                + $"characters>\" }} into appsettings.json.",
                nameof(signingKey));
    }

    /// <summary>Always the same for an order and a key.</summary>
    public string For(OrderId order) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(order.Value))}.{Base64Url.EncodeToString(Sign(order.Value))}";

    /// <summary>The order of a token of ours; false for any other text.</summary>
    public bool TryRead(string? token, out OrderId order)
    {
        order = default;
        if (token is null or { Length: > LongestToken } || token.Split('.') is not [var id, var signature])
            return false;
        if (!Base64Url.IsValid(id) || !Base64Url.IsValid(signature))
            return false;
        var value = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id));
        if (!CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), Sign(value)))
            return false;
        order = new OrderId(value);
        // The last sign of Base64 carries bits that nobody reads: one order has one token, whatever they say.
        return token == For(order);
    }

    /// <summary>The purpose is signed too, so that no other signature made with this key opens this page.</summary>
    private byte[] Sign(string order) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"thanks\n{order}"));
}
