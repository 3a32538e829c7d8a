using System.Globalization;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>People made of words that stand nowhere else, so that each of them can be looked for in every file.</summary>
internal static class Marked
{
    /// <summary>Words that belong to persons alone, as they are written.</summary>
    public static IReadOnlyList<string> Words { get; } = ["Quaxlomir", "quaxlomir", "QUAXLOMIR", "fernwhistle", "Brumfelzia", "Zubrellate"];

    /// <summary>Some habits of typing; none of them is a number that the simulator's checkout page takes.</summary>
    public static IReadOnlyList<string> Cards { get; } =
    ["4111 1111 1111 1111", "5555555555554444", "3782 822463 10005", "4012-8888-8888-1881"];

    public static Person Person(int number) => new(
        $"Quaxlomir {Letters(number)}",
        $"quaxlomir{number}@fernwhistle.example",
        $"+39 {Phone(number)[..3]} {Phone(number)[3..]}",
        $"Via Brumfelzia {number}",
        "Zubrellate",
        "20121",
        "Italia");

    /// <summary>A mobile number without its country.</summary>
    public static string Phone(int number) => string.Create(CultureInfo.InvariantCulture, $"3476{number % 1_000_000:D6}");

    /// <summary>A family name that no other shopper has: names take no digits.</summary>
    private static string Letters(int number)
    {
        var name = "";
        for (var left = number + 1; left > 0; left /= 20)
            name += "bcdfghlmnpqrstvzjkwx"[left % 20] + "aeiou"[left % 5].ToString();
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
