namespace CommerceBot.Storage.Sqlite;

/// <summary>Ledgers as earlier versions wrote them.</summary>
internal static class StoredLedger
{
    /// <summary>A refund's id at the gateway had the name of the only gateway that there was.</summary>
    private static readonly byte[] Before = [.. "\"stripeId\":"u8];

    private static readonly byte[] Now = [.. "\"reference\":"u8];

    /// <summary>The same ledger as it is written now. Within a text a quotation mark is escaped, so only a name is found.</summary>
    public static byte[] Upgrade(byte[] text)
    {
        for (var at = text.AsSpan().IndexOf(Before); at >= 0; at = text.AsSpan().IndexOf(Before))
            text = [.. text.AsSpan(0, at), .. Now, .. text.AsSpan(at + Before.Length)];
        return text;
    }
}
