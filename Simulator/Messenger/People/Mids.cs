using System.Buffers.Text;
using System.Security.Cryptography;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>Message ids that look like Meta's.</summary>
internal static class Mids
{
    public static string New() => "m_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48));
}
