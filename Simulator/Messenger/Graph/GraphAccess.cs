using System.Security.Cryptography;
using System.Text;
using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary>Who may call: the right token, and the proof that the caller also knows the app's secret.</summary>
internal sealed class GraphAccess(SimulatorSecrets secrets)
{
    private readonly string proof = Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(secrets.FacebookAppSecret), Encoding.UTF8.GetBytes(secrets.FacebookAccessToken)));

    public GraphError? Check(GraphRequest request)
    {
        if (string.IsNullOrEmpty(request.Token))
            return GraphError.NoToken;
        if (!Same(request.Token, secrets.FacebookAccessToken))
            return GraphError.BadToken;
        if (string.IsNullOrEmpty(request.Proof))
            return GraphError.NoProof;
        return Same(request.Proof, proof) ? null : GraphError.WrongProof;
    }

    private static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
