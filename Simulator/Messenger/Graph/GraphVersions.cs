using System.Globalization;
using System.Text.RegularExpressions;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary>
/// The versions that Graph has had. A version past its end is answered as the oldest that lives, so it is taken; one that never was is
/// read as the name of an object. https://developers.facebook.com/docs/graph-api/changelog (2026-11-27)
/// </summary>
internal static partial class GraphVersions
{
    private const int Newest = 27;

    /// <summary>Since v4.0 there are whole versions only.</summary>
    private static readonly Dictionary<int, int> LastMinor = new() { [1] = 0, [2] = 12, [3] = 3 };

    public static bool Knows(string version)
    {
        var parts = Shape().Match(version);
        if (!parts.Success) return false;
        var (major, minor) = (Number(parts.Groups[1]), Number(parts.Groups[2]));
        return major is >= 1 and <= Newest && minor <= LastMinor.GetValueOrDefault(major, 0);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^v(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$")]
    private static partial Regex Shape();
}
