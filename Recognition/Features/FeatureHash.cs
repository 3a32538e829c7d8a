namespace CommerceBot.Recognition.Features;

/// <summary>The number of a feature: 32 bits of what it is made of, the same on every machine and in every release.</summary>
internal static class FeatureHash
{
    private const uint Prime = 16_777_619;

    public const uint Word = 0x9E3779B1;
    public const uint Pair = 0x85EBCA77;
    public const uint Gap = 0xC2B2AE3D;
    public const uint Accented = 0x27D4EB2F;
    public const uint Letters = 0x165667B1;
    public const uint LetterSet = 0x2545F491;
    public const uint Length = 0xD3A2646C;

    /// <summary>One letter more.</summary>
    public static uint Add(uint hash, char letter) => (hash ^ letter) * Prime;

    public static uint Add(uint hash, ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            hash = Add(hash, letter);
        return hash;
    }

    /// <summary>Two words' numbers as one, order kept.</summary>
    public static uint Join(uint kind, uint first, uint second) =>
        Mix(kind ^ first * 0x9E3779B1 ^ uint.RotateLeft(second, 15) * 0x85EBCA77);

    /// <summary>Spreads what <see cref="Add(uint, char)"/> made over all 32 bits (MurmurHash3's last step).</summary>
    public static uint Mix(uint hash)
    {
        hash = (hash ^ hash >> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >> 13) * 0xC2B2AE35;
        return hash ^ hash >> 16;
    }
}
